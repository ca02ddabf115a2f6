package dev.assay.scap.systemd;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The text of a unit file (systemd.syntax): sections, assignments, continued lines, comments.
final class UnitText {
  private UnitText() {}

  /// Adds a file's assignments to those of the files before it.
  static void read(String text, Map<String, List<String>> into) {
    String section = "";
    StringBuilder continued = new StringBuilder();
    for (String raw : text.split("\n", -1)) {
      String line = raw.strip();
      if (line.startsWith("#") || line.startsWith(";")) {
        continue;
      }
      if (line.endsWith("\\")) {
        continued.append(line, 0, line.length() - 1).append(' ');
        continue;
      }
      String whole = continued.append(line).toString().strip();
      continued.setLength(0);
      if (whole.startsWith("[") && whole.endsWith("]")) {
        section = whole.substring(1, whole.length() - 1);
      } else {
        assign(section, whole, into);
      }
    }
  }

  private static void assign(String section, String line, Map<String, List<String>> into) {
    int equals = line.indexOf('=');
    if (equals < 1 || section.isEmpty()) {
      return;
    }
    String key = section + "." + line.substring(0, equals).strip();
    String value = line.substring(equals + 1).strip();
    if (value.isEmpty()) {
      into.put(key, new ArrayList<>());
    } else {
      into.computeIfAbsent(key, absent -> new ArrayList<>()).add(value);
    }
  }
}
