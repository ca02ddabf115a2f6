package dev.assay.cli;

import dev.assay.model.VulnerabilityId;
import dev.assay.report.Suppression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads an ignore file: a YAML list of decisions, each with a reason.
///
/// ```yaml
/// - vulnerability: CVE-2024-1234
///   package: openssl            # binary or source package; left out: all
///   reason: the listener is not enabled
///   expires: 2027-01-31         # the last day it holds; left out: for ever
/// ```
final class IgnoreFile {
  private static final long MAX_BYTES = 4 << 20;
  private static final int MAX_ENTRIES = 100_000;
  private static final Set<String> KEYS = Set.of("vulnerability", "package", "reason", "expires");

  private final Path file;

  private IgnoreFile(Path file) {
    this.file = file;
  }

  static List<Suppression> read(Path file) {
    return new IgnoreFile(file).suppressions();
  }

  private List<Suppression> suppressions() {
    JsonNode root = tree();
    if (root.isMissingNode() || root.isNull()) {
      return List.of();
    }
    if (!root.isArray()) {
      throw wrong("a YAML list of entries was expected");
    }
    if (root.size() > MAX_ENTRIES) {
      throw wrong("more than " + MAX_ENTRIES + " entries");
    }
    List<Suppression> suppressions = new ArrayList<>();
    for (int entry = 0; entry < root.size(); entry++) {
      suppressions.add(suppression(root.get(entry), entry + 1));
    }
    return suppressions;
  }

  private JsonNode tree() {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw wrong("larger than " + (MAX_BYTES >> 20) + " MiB");
      }
      return YAMLMapper.shared().readTree(Files.readAllBytes(file));
    } catch (JacksonException malformed) {
      throw new InputException(
          "ignore file " + file + ": not YAML: " + firstLine(malformed), malformed);
    } catch (IOException unreadable) {
      throw new InputException("ignore file " + file + ": cannot be read", unreadable);
    }
  }

  private Suppression suppression(JsonNode entry, int number) {
    if (!entry.isObject()) {
      throw wrong("entry " + number + " is not a mapping with a vulnerability and a reason");
    }
    for (Iterator<String> keys = entry.propertyNames().iterator(); keys.hasNext(); ) {
      String key = keys.next();
      if (!KEYS.contains(key)) {
        throw wrong(
            "entry "
                + number
                + ": unknown key \""
                + key
                + "\"; known are vulnerability, package, reason, expires");
      }
    }
    String vulnerability = text(entry, "vulnerability");
    String reason = text(entry, "reason");
    if (vulnerability == null || reason == null) {
      throw wrong(
          "entry "
              + number
              + ": "
              + (vulnerability == null ? "vulnerability" : "reason")
              + " is missing");
    }
    return new Suppression(
        new VulnerabilityId(vulnerability), text(entry, "package"), reason, expires(entry, number));
  }

  private @Nullable LocalDate expires(JsonNode entry, int number) {
    String expires = text(entry, "expires");
    if (expires == null) {
      return null;
    }
    try {
      return LocalDate.parse(expires);
    } catch (DateTimeException notADate) {
      throw wrong("entry " + number + ": expires is no date (YYYY-MM-DD): \"" + expires + "\"");
    }
  }

  private static @Nullable String text(JsonNode entry, String key) {
    JsonNode value = entry.get(key);
    if (value == null || value.isNull()) {
      return null;
    }
    String text = value.asString("").strip();
    return text.isEmpty() ? null : text;
  }

  private InputException wrong(String what) {
    return new InputException("ignore file " + file + ": " + what);
  }

  private static String firstLine(JacksonException malformed) {
    String message = malformed.getOriginalMessage();
    return message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable");
  }
}
