package dev.assay.report;

import dev.assay.model.InstalledPackage;
import dev.assay.model.OperatingSystem;
import dev.assay.model.PackageType;
import dev.assay.model.Purl;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The package URL of an installed package, by the type definitions `deb`, `rpm` and `apk` of
/// the purl specification: the namespace is the distribution; a deb's epoch is part of the
/// version, an rpm's is a qualifier. Beside the specified `arch`, `distro` and `epoch` it carries
/// `upstream` (the source package, `name` or `name@version` where the version differs) and
/// `rpmmod` (the modularity label), as other inventories do.
public final class PackagePurl {
  private PackagePurl() {}

  /// `os` is null where it could not be identified; then the package URL has no namespace.
  public static Purl of(InstalledPackage installed, @Nullable OperatingSystem os) {
    PackageVersion version = PackageVersion.of(installed.type(), installed.version());
    boolean rpm = installed.type() == PackageType.RPM;
    Map<String, @Nullable String> qualifiers = new LinkedHashMap<>();
    qualifiers.put("arch", installed.architecture());
    qualifiers.put("distro", distro(os));
    qualifiers.put("epoch", rpm && version.epoch() > 0 ? Long.toString(version.epoch()) : null);
    qualifiers.put("rpmmod", installed.module());
    qualifiers.put("upstream", upstream(installed));
    return Purl.of(
        installed.type().purlType(),
        namespace(os),
        rpm ? installed.name() : installed.name().toLowerCase(Locale.ROOT),
        rpm ? version.withoutEpoch() : installed.version(),
        qualifiers);
  }

  private static @Nullable String namespace(@Nullable OperatingSystem os) {
    if (os == null) {
      return null;
    }
    String id = os.id().toLowerCase(Locale.ROOT);
    return id.equals("rhel") ? "redhat" : id;
  }

  private static @Nullable String distro(@Nullable OperatingSystem os) {
    if (os == null) {
      return null;
    }
    String release = os.versionId().isEmpty() ? os.codename() : os.versionId();
    return release == null || release.isEmpty() ? os.id() : os.id() + "-" + release;
  }

  private static @Nullable String upstream(InstalledPackage installed) {
    if (!installed.sourceVersion().equals(installed.version())) {
      return installed.sourceName() + "@" + installed.sourceVersion();
    }
    return installed.sourceName().equals(installed.name()) ? null : installed.sourceName();
  }
}
