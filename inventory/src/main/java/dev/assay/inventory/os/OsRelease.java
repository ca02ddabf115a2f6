package dev.assay.inventory.os;

import dev.assay.model.OperatingSystem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// os-release(5), and lsb-release with the same facts under older names.
final class OsRelease {
  private OsRelease() {}

  /// What the manual allows an ID to be made of.
  private static final Pattern ID = Pattern.compile("[a-z0-9._-]+");

  /// Without an ID the manual's default, `linux`, would say nothing, so that is no answer; nor is
  /// an ID that no distribution may have.
  static Optional<OperatingSystem> read(String content, String path) {
    Map<String, String> values = ShellAssignments.parse(content);
    String id = values.getOrDefault("ID", "").toLowerCase(Locale.ROOT);
    if (!ID.matcher(id).matches()) {
      return Optional.empty();
    }
    String version = values.getOrDefault("VERSION", "");
    return Optional.of(
        new OperatingSystem(
            id,
            values.getOrDefault("VERSION_ID", ""),
            firstOf(values, codenameIn(version), "VERSION_CODENAME", "UBUNTU_CODENAME"),
            values.getOrDefault("PRETTY_NAME", values.getOrDefault("NAME", id)),
            words(values.getOrDefault("ID_LIKE", "")),
            firstOf(values, null, "CPE_NAME"),
            null,
            path));
  }

  static Optional<OperatingSystem> readLsb(String content, String path) {
    Map<String, String> values = ShellAssignments.parse(content);
    String id = values.getOrDefault("DISTRIB_ID", "").toLowerCase(Locale.ROOT);
    if (!ID.matcher(id).matches()) {
      return Optional.empty();
    }
    String version = values.getOrDefault("DISTRIB_RELEASE", "");
    return Optional.of(
        new OperatingSystem(
            id,
            version,
            firstOf(values, null, "DISTRIB_CODENAME"),
            values.getOrDefault("DISTRIB_DESCRIPTION", (id + " " + version).strip()),
            List.of(),
            null,
            null,
            path));
  }

  private static @Nullable String firstOf(
      Map<String, String> values, @Nullable String otherwise, String... names) {
    for (String name : names) {
      String value = values.get(name);
      if (value != null && !value.isBlank()) {
        return value;
      }
    }
    return otherwise;
  }

  /// `8 (jessie)`: releases before VERSION_CODENAME was invented.
  private static @Nullable String codenameIn(String version) {
    int open = version.indexOf('(');
    int close = version.indexOf(')', open + 1);
    if (open < 0 || close < 0) {
      return null;
    }
    String inside = version.substring(open + 1, close).strip();
    return inside.isEmpty() ? null : inside.toLowerCase(Locale.ROOT);
  }

  private static List<String> words(String text) {
    return text.isBlank()
        ? List.of()
        : List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+"));
  }
}
