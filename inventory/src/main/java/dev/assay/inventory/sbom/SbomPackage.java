package dev.assay.inventory.sbom;

import dev.assay.model.InstalledPackage;
import dev.assay.model.PackageState;
import dev.assay.model.PackageType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A component's package URL as the installed package that it stands for.
///
/// The source package is what the qualifier `upstream` says (`openssl`, `openssl@3.0.11-1`, or the
/// file name of an rpm's source), or what properties of common makers of such documents say.
final class SbomPackage {
  private static final Map<String, PackageType> TYPES =
      Arrays.stream(PackageType.values())
          .collect(Collectors.toMap(PackageType::purlType, Function.identity()));
  private static final Map<String, PackageState> STATES =
      Arrays.stream(PackageState.values())
          .collect(Collectors.toMap(PackageState::word, Function.identity()));
  private static final List<String> SOURCE_NAME =
      List.of("assay:source", "aquasecurity:trivy:SrcName", "syft:metadata:source");
  private static final List<String> SOURCE_VERSION =
      List.of("assay:source-version", "syft:metadata:sourceVersion");
  private static final List<String> MODULE =
      List.of(
          "assay:module", "aquasecurity:trivy:Modularitylabel", "syft:metadata:modularityLabel");
  private static final List<String> OWN = List.of("assay:package-type");
  private static final List<String> VENDOR = List.of("syft:metadata:vendor");
  private static final List<String> STATE = List.of("assay:state");

  private final Component component;
  private final PackageUrl purl;
  private final PackageType type;

  private SbomPackage(Component component, PackageUrl purl, PackageType type) {
    this.component = component;
    this.purl = purl;
    this.type = type;
  }

  /// The kind of package that a type of package URL stands for; empty for one that Assay has no
  /// advisories for.
  static Optional<PackageType> type(PackageUrl purl) {
    return Optional.ofNullable(TYPES.get(purl.type()));
  }

  /// The package.
  ///
  /// @param purl of a type that is known, and with a version
  static InstalledPackage of(Component component, PackageUrl purl) {
    return new SbomPackage(component, purl, type(purl).orElseThrow()).installed();
  }

  /// Whether anything in the document says from which source the package was built.
  static boolean namesSource(Component component, PackageUrl purl) {
    return purl.qualifier("upstream") != null || component.property(SOURCE_NAME).isPresent();
  }

  private InstalledPackage installed() {
    String version = withEpoch(String.valueOf(purl.version()));
    Source source = source(version);
    String arch = purl.qualifier("arch");
    return new InstalledPackage(
        type,
        purl.name(),
        version,
        arch == null ? "" : arch,
        component.property(STATE).map(STATES::get).orElse(PackageState.INSTALLED),
        source.name(),
        source.version(),
        vendor(),
        module(),
        null,
        null,
        component.ref());
  }

  /// Whose package it is. Our own documents say so by the supplier; others write the maintainer
  /// there, who says nothing of the archive it came from.
  private @Nullable String vendor() {
    return component.property(OWN).isPresent()
        ? component.supplier()
        : component.property(VENDOR).orElse(null);
  }

  private String withEpoch(String version) {
    String epoch = purl.qualifier("epoch");
    boolean stated = epoch != null && epoch.matches("[1-9][0-9]{0,9}");
    return stated && type != PackageType.APK && version.indexOf(':') < 0
        ? epoch + ":" + version
        : version;
  }

  private @Nullable String module() {
    String qualifier = purl.qualifier("rpmmod");
    return qualifier == null ? component.property(MODULE).orElse(null) : qualifier;
  }

  private record Source(String name, String version) {}

  private Source source(String version) {
    Optional<String> name = component.property(SOURCE_NAME);
    if (name.isPresent()) {
      return new Source(
          name.get(), component.property(SOURCE_VERSION).orElse(sourceOfTrivy(version)));
    }
    String upstream = purl.qualifier("upstream");
    if (upstream == null) {
      return new Source(purl.name(), version);
    }
    if (type == PackageType.RPM && upstream.endsWith(".rpm")) {
      return sourceRpm(upstream, version);
    }
    int at = upstream.indexOf('@');
    return at <= 0 || at == upstream.length() - 1
        ? new Source(at > 0 ? upstream.substring(0, at) : upstream, version)
        : new Source(upstream.substring(0, at), upstream.substring(at + 1));
  }

  /// Epoch, version and release are properties of their own there.
  private String sourceOfTrivy(String version) {
    Optional<String> upstream = component.property(List.of("aquasecurity:trivy:SrcVersion"));
    if (upstream.isEmpty()) {
      return version;
    }
    String epoch = component.property(List.of("aquasecurity:trivy:SrcEpoch")).orElse("0");
    String release = component.property(List.of("aquasecurity:trivy:SrcRelease")).orElse("");
    return (epoch.equals("0") || upstream.get().contains(":") ? "" : epoch + ":")
        + upstream.get()
        + (release.isEmpty() ? "" : "-" + release);
  }

  /// `openssl-3.0.7-24.el9.src.rpm`; the file name has no epoch, and a source's is its binaries'.
  private static Source sourceRpm(String file, String version) {
    String[] suffixes = {".src.rpm", ".nosrc.rpm"};
    for (String suffix : suffixes) {
      if (file.endsWith(suffix)) {
        String stem = file.substring(0, file.length() - suffix.length());
        int release = stem.lastIndexOf('-');
        int number = release < 0 ? -1 : stem.lastIndexOf('-', release - 1);
        if (number > 0) {
          int colon = version.indexOf(':');
          String epoch = colon < 0 ? "" : version.substring(0, colon + 1);
          return new Source(stem.substring(0, number), epoch + stem.substring(number + 1));
        }
      }
    }
    return new Source(file, version);
  }
}
