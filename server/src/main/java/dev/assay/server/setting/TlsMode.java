package dev.assay.server.setting;

/// Where the server's certificate comes from.
public enum TlsMode {
  /// No TLS: for the machine itself, or behind a proxy.
  OFF,
  /// Made at first start, signed by an authority of our own, and kept in the data directory.
  GENERATED,
  /// From files.
  FILES
}
