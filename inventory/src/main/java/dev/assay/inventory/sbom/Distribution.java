package dev.assay.inventory.sbom;

import dev.assay.model.OperatingSystem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The distribution that a bill of materials names, in the words of os-release(5): what inventories
/// call `redhat` or `Amazon Linux` is `rhel` and `amzn` there.
final class Distribution {
  private static final Pattern ID = Pattern.compile("[a-z0-9._-]+");

  /// `debian-12`, `opensuse-leap-15.4`, `alpine-3.18.4`, `amazon-2`.
  private static final Pattern NAMED =
      Pattern.compile("(?<id>[a-z_-]+?)-?(?<version>v?\\d[\\w.]*)");

  private static final Map<String, String> IDS =
      Map.ofEntries(
          Map.entry("redhat", "rhel"),
          Map.entry("red hat enterprise linux", "rhel"),
          Map.entry("amazon", "amzn"),
          Map.entry("amazonlinux", "amzn"),
          Map.entry("amazon linux", "amzn"),
          Map.entry("oracle", "ol"),
          Map.entry("oraclelinux", "ol"),
          Map.entry("oracle linux server", "ol"),
          Map.entry("alma", "almalinux"),
          Map.entry("rockylinux", "rocky"),
          Map.entry("alpine linux", "alpine"),
          Map.entry("debian gnu/linux", "debian"),
          Map.entry("opensuse.leap", "opensuse-leap"),
          Map.entry("opensuse.tumbleweed", "opensuse-tumbleweed"),
          Map.entry("suse", "sles"),
          Map.entry("suse linux enterprise server", "sles"));

  /// Debian's code names are left to the matcher, which knows them for tree scans too.
  private static final Map<String, String> UBUNTU_RELEASES =
      Map.ofEntries(
          Map.entry("trusty", "14.04"),
          Map.entry("xenial", "16.04"),
          Map.entry("bionic", "18.04"),
          Map.entry("focal", "20.04"),
          Map.entry("jammy", "22.04"),
          Map.entry("lunar", "23.04"),
          Map.entry("mantic", "23.10"),
          Map.entry("noble", "24.04"),
          Map.entry("oracular", "24.10"),
          Map.entry("plucky", "25.04"),
          Map.entry("questing", "25.10"));

  private Distribution() {}

  /// What an `operating-system` component says; empty where it does not name a release.
  static Optional<OperatingSystem> of(Component component) {
    String id = id(component.property(List.of("syft:distro:id")).orElse(component.name()));
    String version = component.version() == null ? "" : component.version();
    String codename = component.property(List.of("assay:codename")).orElse(null);
    boolean rolling = id.equals("opensuse-tumbleweed");
    if (!ID.matcher(id).matches() || (version.isEmpty() && codename == null && !rolling)) {
      return Optional.empty();
    }
    String architecture = component.property(List.of("assay:architecture")).orElse(null);
    return Optional.of(system(id, version, codename, architecture, component.ref()));
  }

  /// What a package URL's namespace and its qualifier `distro` say; empty where they do not name a
  /// release.
  static Optional<OperatingSystem> of(PackageUrl purl, String evidence) {
    String distro = purl.qualifier("distro");
    String namespace = purl.namespace();
    String parent = namespace == null ? "" : id(namespace);
    if (distro == null) {
      return Optional.empty();
    }
    String said = distro.toLowerCase(Locale.ROOT);
    if (Character.isDigit(said.charAt(0))) {
      return parent.isEmpty()
          ? Optional.empty()
          : Optional.of(system(parent, said, null, null, evidence));
    }
    Matcher words = NAMED.matcher(said);
    if (words.matches()) {
      return Optional.of(
          system(id(words.group("id")), words.group("version"), null, null, evidence));
    }
    String ubuntu = UBUNTU_RELEASES.get(said);
    if (ubuntu != null) {
      return Optional.of(system("ubuntu", ubuntu, said, null, evidence));
    }
    if (said.equals("opensuse-tumbleweed") || id(said).equals("opensuse-tumbleweed")) {
      return Optional.of(system("opensuse-tumbleweed", "", null, null, evidence));
    }
    return parent.equals("debian") && ID.matcher(said).matches() && !said.equals("debian")
        ? Optional.of(system("debian", "", said, null, evidence))
        : Optional.empty();
  }

  /// Whether both name the same distribution, one of them perhaps more exactly: `12` and `12.4`.
  static boolean same(OperatingSystem one, OperatingSystem other) {
    if (!one.id().equals(other.id())) {
      return false;
    }
    String a = one.versionId();
    String b = other.versionId();
    if (a.isEmpty() || b.isEmpty()) {
      return a.equals(b) && Objects.equals(one.codename(), other.codename());
    }
    return (a + ".").startsWith(b + ".") || (b + ".").startsWith(a + ".");
  }

  private static String id(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    return IDS.getOrDefault(lower, lower);
  }

  private static OperatingSystem system(
      String id,
      String version,
      @Nullable String codename,
      @Nullable String architecture,
      String evidence) {
    return new OperatingSystem(
        id,
        version,
        codename,
        (id + " " + version).strip(),
        List.of(),
        null,
        architecture,
        evidence);
  }
}
