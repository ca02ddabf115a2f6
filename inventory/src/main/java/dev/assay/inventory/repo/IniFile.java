package dev.assay.inventory.repo;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// The sections of a configuration file as yum, dnf and zypper read it: `[section]`, `key =
/// value` or `key: value`; comments begin with `#` or `;`; keys in lower case, the last value
/// wins.
final class IniFile {
  private IniFile() {}

  static Map<String, Map<String, String>> parse(String text) {
    Map<String, Map<String, String>> sections = new LinkedHashMap<>();
    Map<String, String> section = new LinkedHashMap<>();
    for (String line : (Iterable<String>) text.lines()::iterator) {
      String trimmed = line.strip();
      int separator = separator(trimmed);
      if (trimmed.startsWith("[") && trimmed.contains("]")) {
        String name = trimmed.substring(1, trimmed.indexOf(']')).strip();
        section = sections.computeIfAbsent(name, unseen -> new LinkedHashMap<>());
      } else if (separator > 0 && "#;".indexOf(trimmed.charAt(0)) < 0) {
        section.put(
            trimmed.substring(0, separator).strip().toLowerCase(Locale.ROOT),
            trimmed.substring(separator + 1).strip());
      }
    }
    return sections;
  }

  private static int separator(String line) {
    int equals = line.indexOf('=');
    int colon = line.indexOf(':');
    return equals < 0 ? colon : colon < 0 ? equals : Math.min(equals, colon);
  }
}
