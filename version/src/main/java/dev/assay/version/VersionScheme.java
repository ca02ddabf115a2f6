package dev.assay.version;

import dev.assay.model.PackageType;

/// A package manager's order of versions.
public interface VersionScheme {

  /// Reads a version, strictly as the package manager does.
  ///
  /// @throws InvalidVersionException where the package manager itself would refuse it
  Version parse(String text);

  static VersionScheme of(PackageType type) {
    return switch (type) {
      case DEB -> DebVersion::parse;
      case RPM -> RpmVersion::parse;
      case APK -> ApkVersion::parse;
    };
  }
}
