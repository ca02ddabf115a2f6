package dev.assay.match;

import dev.assay.model.Ecosystem;
import dev.assay.model.OperatingSystem;
import java.util.Map;

/// Which ecosystem's advisories judge an operating system's own packages. A derivative is given
/// its parent's only where it installs from the parent's archive; a rebuild (CentOS, Oracle
/// Linux, Raspbian) has an ecosystem of its own, whether or not anybody has advisories for it.
final class EcosystemOfRelease {
  private static final Map<String, String> DEBIAN_CODENAMES =
      Map.of(
          "stretch",
          "9",
          "buster",
          "10",
          "bullseye",
          "11",
          "bookworm",
          "12",
          "trixie",
          "13",
          "forky",
          "14");

  private EcosystemOfRelease() {}

  static Ecosystem of(OperatingSystem os) {
    String release = os.versionId();
    return switch (os.id()) {
      case "debian" -> debian(os);
      case "alpine" -> new Ecosystem("alpine", alpineBranch(release));
      case "amzn" -> new Ecosystem("amazon", release.startsWith("201") ? "1" : release);
      case "rhel", "redhat" -> new Ecosystem("redhat", major(release));
      case "almalinux", "rocky", "centos" -> new Ecosystem(os.id(), major(release));
      case "ol" -> new Ecosystem("oracle", major(release));
      case "sles", "sled", "sles_sap" -> new Ecosystem("sles", withoutZeroPack(release));
      case "sl-micro", "sle-micro", "sle-micro-rancher", "suse-microos" ->
          new Ecosystem("sle-micro", release);
      case "opensuse-leap", "opensuse" -> new Ecosystem("opensuse-leap", release);
      case "opensuse-tumbleweed" -> new Ecosystem("opensuse-tumbleweed", "");
      default -> new Ecosystem(os.id(), release);
    };
  }

  private static Ecosystem debian(OperatingSystem os) {
    if (!os.versionId().isEmpty()) {
      return new Ecosystem("debian", debianRelease(os.versionId()));
    }
    String codename = os.codename();
    return new Ecosystem(
        "debian", codename == null ? "sid" : DEBIAN_CODENAMES.getOrDefault(codename, codename));
  }

  /// Debian's releases are whole numbers since 4.0; before that `3.1` was one.
  private static String debianRelease(String versionId) {
    return versionId.startsWith("3.") ? versionId : major(versionId);
  }

  private static String alpineBranch(String versionId) {
    if (versionId.isEmpty() || versionId.contains("_alpha") || versionId.equals("edge")) {
      return "edge";
    }
    int second = versionId.indexOf('.', versionId.indexOf('.') + 1);
    return second < 0 ? versionId : versionId.substring(0, second);
  }

  private static String major(String versionId) {
    int dot = versionId.indexOf('.');
    return dot < 0 ? versionId : versionId.substring(0, dot);
  }

  private static String withoutZeroPack(String versionId) {
    return versionId.endsWith(".0") ? major(versionId) : versionId;
  }
}
