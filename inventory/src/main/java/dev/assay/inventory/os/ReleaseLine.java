package dev.assay.inventory.os;

import dev.assay.model.OperatingSystem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The files that came before os-release: one line of prose each, or nearly.
final class ReleaseLine {
  private static final Pattern NAME_RELEASE =
      Pattern.compile(
          "(?<name>.*?)\\s+release\\s+(?<version>\\d[\\w.]*)[^(]*(?:\\((?<code>[^)]*)\\))?.*");
  private static final Pattern SUSE =
      Pattern.compile(
          "(?<name>SUSE Linux Enterprise|openSUSE)\\b.*?\\s(?<version>\\d[\\d.]*)\\b.*");
  private static final Pattern SUSE_PATCH_LEVEL = Pattern.compile("(?m)^PATCHLEVEL\\s*=\\s*(\\d+)");

  /// How a name in prose begins, and the ID that os-release would give; the first that fits.
  private static final List<Family> FAMILIES =
      List.of(
          new Family("red hat", "rhel", List.of("fedora")),
          new Family("centos", "centos", List.of("rhel", "fedora")),
          new Family("oracle", "ol", List.of("fedora")),
          new Family("enterprise linux enterprise linux", "ol", List.of("fedora")),
          new Family("rocky", "rocky", List.of("rhel", "centos", "fedora")),
          new Family("almalinux", "almalinux", List.of("rhel", "centos", "fedora")),
          new Family("scientific", "scientific", List.of("rhel", "fedora")),
          new Family("fedora", "fedora", List.of()),
          new Family("amazon", "amzn", List.of("rhel", "fedora")));

  private ReleaseLine() {}

  private record Family(String begin, String id, List<String> idLike) {}

  /// `CentOS release 6.10 (Final)`.
  static Optional<OperatingSystem> readRedHat(String content, String path) {
    String line = firstLine(content);
    Matcher words = NAME_RELEASE.matcher(line);
    if (!words.matches()) {
      return Optional.empty();
    }
    String name = words.group("name").toLowerCase(Locale.ROOT);
    return FAMILIES.stream()
        .filter(family -> name.startsWith(family.begin()))
        .findFirst()
        .map(
            family ->
                new OperatingSystem(
                    family.id(),
                    words.group("version"),
                    words.group("code"),
                    line,
                    family.idLike(),
                    null,
                    null,
                    path));
  }

  /// `SUSE Linux Enterprise Server 11 (x86_64)`, and its service pack on a line of its own.
  static Optional<OperatingSystem> readSuse(String content, String path) {
    String line = firstLine(content);
    Matcher words = SUSE.matcher(line);
    if (!words.matches()) {
      return Optional.empty();
    }
    Matcher patchLevel = SUSE_PATCH_LEVEL.matcher(content);
    String servicePack =
        patchLevel.find() && !patchLevel.group(1).equals("0") ? "." + patchLevel.group(1) : "";
    boolean open = words.group("name").equals("openSUSE");
    return Optional.of(
        new OperatingSystem(
            open ? "opensuse" : line.contains("Desktop") ? "sled" : "sles",
            words.group("version") + servicePack,
            null,
            line,
            List.of("suse"),
            null,
            null,
            path));
  }

  /// `3.18.4`.
  static Optional<OperatingSystem> readAlpine(String content, String path) {
    String version = firstLine(content);
    return version.isEmpty() || !Character.isDigit(version.charAt(0))
        ? Optional.empty()
        : Optional.of(
            new OperatingSystem(
                "alpine", version, null, "Alpine Linux " + version, List.of(), null, null, path));
  }

  /// `7.11`, or `trixie/sid` for what is not released yet.
  static Optional<OperatingSystem> readDebian(String content, String path) {
    String line = firstLine(content);
    if (line.isEmpty()) {
      return Optional.empty();
    }
    DebianVersion version = DebianVersion.parse(line);
    return Optional.of(
        new OperatingSystem(
            "debian",
            version.number(),
            version.codename(),
            "Debian GNU/Linux " + line,
            List.of(),
            null,
            null,
            path));
  }

  private static String firstLine(String content) {
    return content.lines().map(String::strip).filter(l -> !l.isEmpty()).findFirst().orElse("");
  }
}
