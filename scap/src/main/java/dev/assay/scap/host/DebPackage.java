package dev.assay.scap.host;

/// A package of dpkg's database that is installed.
public record DebPackage(
    String name, String architecture, String epoch, String version, String release) {
  /// Epoch, version and release as OVAL writes them, an absent part as 0.
  public String evr() {
    return (epoch.isEmpty() ? "0" : epoch)
        + ":"
        + version
        + "-"
        + (release.isEmpty() ? "0" : release);
  }
}
