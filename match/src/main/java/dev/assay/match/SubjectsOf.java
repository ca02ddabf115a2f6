package dev.assay.match;

import dev.assay.model.Ecosystem;
import dev.assay.model.InstalledPackage;
import dev.assay.model.PackageType;
import java.util.List;

/// Under which names an ecosystem's advisories speak of an installed package.
final class SubjectsOf {
  private SubjectsOf() {}

  /// deb and apk advisories name source packages, rpm errata binary ones; Red Hat's states of
  /// unfixed vulnerabilities name the source.
  static List<Subject> subjects(InstalledPackage installed, Ecosystem ecosystem) {
    return switch (installed.type()) {
      case DEB, APK -> List.of(Subject.source(installed));
      case RPM ->
          ecosystem.name().equals("redhat")
              ? List.of(Subject.binary(installed), Subject.source(installed))
              : List.of(Subject.binary(installed));
    };
  }

  /// The package manager of an ecosystem's packages.
  static PackageType type(Ecosystem ecosystem) {
    return switch (ecosystem.name()) {
      case "debian", "ubuntu" -> PackageType.DEB;
      case "alpine" -> PackageType.APK;
      default -> PackageType.RPM;
    };
  }
}
