package dev.assay.model;

/// The package managers whose packages Assay knows; the constant decides the version order.
public enum PackageType {
  DEB("deb"),
  RPM("rpm"),
  APK("apk");

  private final String purlType;

  PackageType(String purlType) {
    this.purlType = purlType;
  }

  /// The type in a package URL: `pkg:deb/…`.
  public String purlType() {
    return purlType;
  }
}
