package dev.assay.cli;

import dev.assay.model.VulnerabilityId;
import dev.assay.report.Suppression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads an ignore file: a YAML list of decisions, each with a reason.
///
/// ```yaml
/// - vulnerability: CVE-2024-1234
///   package: openssl            # binary or source package; left out: all
///   reason: the listener is not enabled
///   expires: 2027-01-31         # the last day it holds; left out: for ever
/// ```
///
/// What is not understood is refused: an entry that silences more than its writer meant would
/// hide a vulnerability.
final class IgnoreFile {
  private static final int MAX_BYTES = 2 << 20;
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
      suppressions.add(new Entry(root.get(entry), entry + 1).suppression());
    }
    return suppressions;
  }

  private JsonNode tree() {
    try {
      if (Files.isDirectory(file)) {
        throw wrong("is a directory");
      }
      return YamlDocument.read(BoundedFile.read(file, MAX_BYTES));
    } catch (BoundedFile.TooLargeException tooLarge) {
      throw wrong("larger than " + (MAX_BYTES >> 20) + " MiB");
    } catch (JacksonException malformed) {
      throw new InputException(
          "ignore file " + file + ": not YAML: " + YamlDocument.words(malformed), malformed);
    } catch (IOException unreadable) {
      throw new InputException(
          "ignore file " + file + " cannot be read: " + IoFailure.words(unreadable), unreadable);
    }
  }

  private InputException wrong(String what) {
    return new InputException("ignore file " + file + ": " + what);
  }

  /// One decision, by its place in the file.
  private final class Entry {
    private final JsonNode node;
    private final int number;

    Entry(JsonNode node, int number) {
      this.node = node;
      this.number = number;
    }

    Suppression suppression() {
      if (!node.isObject()) {
        throw wrongEntry("not a mapping with a vulnerability and a reason");
      }
      for (String key : node.propertyNames()) {
        if (!KEYS.contains(key)) {
          throw wrongEntry(
              "unknown key \"" + key + "\"; known are vulnerability, package, reason, expires");
        }
      }
      return new Suppression(
          new VulnerabilityId(required("vulnerability")),
          optional("package"),
          required("reason"),
          expires());
    }

    private @Nullable LocalDate expires() {
      String expires = optional("expires");
      try {
        return expires == null ? null : LocalDate.parse(expires);
      } catch (DateTimeException notADate) {
        throw wrongEntry("expires is no date (YYYY-MM-DD): \"" + expires + "\"");
      }
    }

    private String required(String key) {
      String text = optional(key);
      if (text == null) {
        throw wrongEntry(key + " is missing");
      }
      return text;
    }

    /// Null where the key is absent. A key without a text is no absent key: whoever wrote
    /// `package: [a, b]` did not mean all packages.
    private @Nullable String optional(String key) {
      JsonNode value = node.get(key);
      if (value == null) {
        return null;
      }
      String text = value.isValueNode() && !value.isNull() ? value.asString().strip() : "";
      if (text.isEmpty()) {
        throw wrongEntry(key + " is no text");
      }
      return text;
    }

    private InputException wrongEntry(String what) {
      JsonNode name = node.isObject() ? node.get("vulnerability") : null;
      String named = name != null && name.isString() ? " (" + name.asString() + ")" : "";
      return wrong("entry " + number + named + ": " + what);
    }
  }
}
