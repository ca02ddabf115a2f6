package dev.assay.model;

/// How far a package is installed; dpkg's third word of Status. Other managers know `INSTALLED`
/// only.
public enum PackageState {
  INSTALLED("installed"),
  UNPACKED("unpacked"),
  HALF_CONFIGURED("half-configured"),
  HALF_INSTALLED("half-installed"),
  TRIGGERS_AWAITED("triggers-awaited"),
  TRIGGERS_PENDING("triggers-pending");

  private final String word;

  PackageState(String word) {
    this.word = word;
  }

  /// The package manager's word.
  public String word() {
    return word;
  }
}
