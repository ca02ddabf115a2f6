package dev.assay.feeds.download;

/// What a file must be to replace an older one.
public enum FileForm {
  /// One JSON document to its last bracket.
  JSON,
  /// CSV whose last row is as long as its first.
  CSV,
  /// gzip whose checksum holds.
  GZIP,
  /// A zip archive all of whose members' checksums hold.
  ZIP,
  /// xz whose checksums hold.
  XZ
}
