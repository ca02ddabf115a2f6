package dev.assay.scap.host;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Digests by name.
public final class Digests {
  private Digests() {}

  /// A digest that every JDK has.
  public static MessageDigest named(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalArgumentException("No JDK has a digest " + algorithm, e);
    }
  }
}
