package dev.assay.match;

import dev.assay.model.AffectedPackage.Naming;
import dev.assay.model.InstalledPackage;
import dev.assay.model.PackageType;
import org.jspecify.annotations.Nullable;

/// What is looked up for an installed package: a name and a version in the sense of `naming`.
/// Packages built from one source share a subject, so that each is judged once.
///
/// @param module rpm's `name:stream` of the installed package; null where it is in none, or
///     unknown
record Subject(
    PackageType type, Naming naming, String name, String version, @Nullable String module) {

  static Subject binary(InstalledPackage installed) {
    return new Subject(
        installed.type(), Naming.BINARY, installed.name(), installed.version(), stream(installed));
  }

  /// The source package. A signed kernel image is built from a source package of its own
  /// (`linux-signed-amd64`), but its advisories are those of the kernel it signs, and so is its
  /// binary version.
  static Subject source(InstalledPackage installed) {
    String name = installed.sourceName();
    if (name.startsWith("linux-signed")) {
      return new Subject(
          installed.type(), Naming.SOURCE, signedKernel(name), installed.version(), null);
    }
    return new Subject(
        installed.type(), Naming.SOURCE, name, installed.sourceVersion(), stream(installed));
  }

  private static String signedKernel(String source) {
    String rest = source.substring("linux-signed".length());
    return switch (rest) {
      case "", "-amd64", "-arm64", "-i386" -> "linux";
      default -> "linux" + rest;
    };
  }

  private static @Nullable String stream(InstalledPackage installed) {
    String label = installed.module();
    if (label == null) {
      return null;
    }
    int stream = label.indexOf(':');
    int version = stream < 0 ? -1 : label.indexOf(':', stream + 1);
    return version < 0 ? label : label.substring(0, version);
  }

  String description() {
    return (naming == Naming.SOURCE ? "source package " : "package ") + name + " " + version;
  }
}
