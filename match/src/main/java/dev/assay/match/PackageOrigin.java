package dev.assay.match;

import dev.assay.model.Ecosystem;
import dev.assay.model.InstalledPackage;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Whether a package is the distribution's own. A package of another repository (EPEL, a PPA, a
/// vendor's) is not judged by the distribution's advisories. The vendor is what the package or
/// the repository lists say; where they say nothing the package is taken for the distribution's.
final class PackageOrigin {
  private static final Map<String, List<String>> OWN_VENDORS =
      Map.ofEntries(
          Map.entry("debian", List.of("debian")),
          Map.entry("ubuntu", List.of("ubuntu", "canonical", "debian", "uesm")),
          Map.entry("alpine", List.of("alpine")),
          Map.entry("amazon", List.of("amazon")),
          Map.entry("redhat", List.of("red hat")),
          Map.entry("almalinux", List.of("almalinux", "alma linux")),
          Map.entry("rocky", List.of("rocky")),
          Map.entry("centos", List.of("centos")),
          Map.entry("oracle", List.of("oracle")),
          Map.entry("fedora", List.of("fedora project")),
          Map.entry("sles", List.of("suse", "opensuse")),
          Map.entry("sle-micro", List.of("suse", "opensuse")),
          Map.entry("opensuse-leap", List.of("suse", "opensuse")),
          Map.entry("opensuse-tumbleweed", List.of("suse", "opensuse")));

  private PackageOrigin() {}

  static boolean isDistributions(InstalledPackage installed, Ecosystem ecosystem) {
    String vendor = installed.vendor();
    List<String> own = OWN_VENDORS.get(ecosystem.name());
    if (vendor == null || vendor.isBlank() || own == null) {
      return true;
    }
    String said = vendor.toLowerCase(Locale.ROOT);
    return own.stream().anyMatch(said::startsWith);
  }
}
