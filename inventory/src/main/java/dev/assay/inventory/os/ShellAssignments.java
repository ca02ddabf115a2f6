package dev.assay.inventory.os;

import java.util.LinkedHashMap;
import java.util.Map;

/// Files of shell variable assignments: os-release(5), lsb-release.
///
/// As in the shell, single quotes protect everything, double quotes everything but a backslash
/// before `"`, `\`, `$` or a backquote, and outside quotes a backslash protects the next
/// character; the last assignment to a name wins. Nothing is expanded. A quote that is not closed
/// ends with its line, so that one broken line does not swallow the rest.
public final class ShellAssignments {
  private ShellAssignments() {}

  /// The variables in the order of their first assignment; lines that assign nothing are skipped.
  public static Map<String, String> parse(String text) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String line : (Iterable<String>) text.lines()::iterator) {
      String trimmed = line.startsWith("\uFEFF") ? line.substring(1).strip() : line.strip();
      int equals = trimmed.indexOf('=');
      if (equals > 0 && isName(trimmed, equals)) {
        variables.put(trimmed.substring(0, equals), unquote(trimmed, equals + 1));
      }
    }
    return variables;
  }

  private static boolean isName(String line, int end) {
    for (int i = 0; i < end; i++) {
      char c = line.charAt(i);
      boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
      if (!letter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  private static String unquote(String line, int start) {
    StringBuilder value = new StringBuilder(line.length() - start);
    char quote = 0;
    for (int i = start; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote != 0 && c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == '\\' && i + 1 < line.length() && protects(quote, line.charAt(i + 1))) {
        i++;
        value.append(line.charAt(i));
      } else {
        value.append(c);
      }
    }
    return value.toString();
  }

  private static boolean protects(char quote, char next) {
    return quote == 0 || (quote == '"' && "\"\\$`".indexOf(next) >= 0);
  }
}
