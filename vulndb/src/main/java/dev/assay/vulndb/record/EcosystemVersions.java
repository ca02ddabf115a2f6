package dev.assay.vulndb.record;

import dev.assay.model.Ecosystem;
import dev.assay.model.PackageType;
import dev.assay.version.VersionScheme;

/// Which order the versions of an ecosystem have.
public final class EcosystemVersions {
  private static final VersionScheme DEB = VersionScheme.of(PackageType.DEB);
  private static final VersionScheme RPM = VersionScheme.of(PackageType.RPM);
  private static final VersionScheme APK = VersionScheme.of(PackageType.APK);

  private EcosystemVersions() {}

  public static VersionScheme of(Ecosystem ecosystem) {
    return switch (ecosystem.name()) {
      case "debian", "ubuntu" -> DEB;
      case "alpine" -> APK;
      default -> RPM;
    };
  }
}
