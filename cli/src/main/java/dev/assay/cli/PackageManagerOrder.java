package dev.assay.cli;

import dev.assay.model.PackageType;
import dev.assay.version.InvalidVersionException;
import dev.assay.version.VersionScheme;

/// The order of versions for reports: a version that cannot be read compares as equal.
final class PackageManagerOrder {
  private PackageManagerOrder() {}

  static int compare(PackageType type, String left, String right) {
    VersionScheme scheme = VersionScheme.of(type);
    try {
      return scheme.parse(left).compareTo(scheme.parse(right));
    } catch (InvalidVersionException unreadable) {
      return 0;
    }
  }
}
