package dev.assay.model.runtime;

/// The range of port numbers.
final class Ports {
  private static final int HIGHEST = 65_535;

  private Ports() {}

  static void require(int port) {
    if (port < 0 || port > HIGHEST) {
      throw new IllegalArgumentException("A port is 0 to " + HIGHEST + ", not " + port + ".");
    }
  }
}
