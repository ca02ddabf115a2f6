package dev.assay.scap.host;

/// A package of dpkg's database that is installed.
public record DebPackage(
    String name, String architecture, String epoch, String version, String release) {
  /// The whole version as dpkg writes it: without an epoch or a revision where there is none.
  public String evr() {
    return (epoch.isEmpty() ? "" : epoch + ":")
        + version
        + (release.isEmpty() ? "" : "-" + release);
  }
}
