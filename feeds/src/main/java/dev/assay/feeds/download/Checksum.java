package dev.assay.feeds.download;

import java.net.URI;

/// Where a file's SHA-256 is to be had from. Google's storage states a CRC-32C with every answer,
/// which is checked besides.
public sealed interface Checksum {

  /// The feed publishes none.
  record None() implements Checksum {}

  /// It is known beforehand.
  record Known(String sha256) implements Checksum {}

  /// In a text at an address: that text is it, or its line that ends with `name` begins with it.
  record Listed(URI list, String name) implements Checksum {}
}
