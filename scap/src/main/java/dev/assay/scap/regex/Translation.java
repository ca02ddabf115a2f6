package dev.assay.scap.regex;

import java.util.Map;

/// From the syntax of PCRE to that of `java.util.regex`, where the two differ: POSIX classes,
/// brackets and `&&` within classes, braces that are no quantifier, `(?P<name>`, escapes of letters
/// that mean nothing.
final class Translation {
  private static final Map<String, String> POSIX =
      Map.ofEntries(
          Map.entry("alnum", "\\p{Alnum}"),
          Map.entry("alpha", "\\p{Alpha}"),
          Map.entry("ascii", "\\p{ASCII}"),
          Map.entry("blank", "\\p{Blank}"),
          Map.entry("cntrl", "\\p{Cntrl}"),
          Map.entry("digit", "\\p{Digit}"),
          Map.entry("graph", "\\p{Graph}"),
          Map.entry("lower", "\\p{Lower}"),
          Map.entry("print", "\\p{Print}"),
          Map.entry("punct", "\\p{Punct}"),
          Map.entry("space", "\\p{Space}"),
          Map.entry("upper", "\\p{Upper}"),
          Map.entry("word", "\\w"),
          Map.entry("xdigit", "\\p{XDigit}"));
  private static final String KNOWN_ESCAPES = "aefnrtxcdDsSwWhHvVRbBAzZGQEkKpPuUNX";

  private final String source;
  private final StringBuilder out = new StringBuilder();
  private int at;

  private Translation(String source) {
    this.source = source;
  }

  static String of(String source) {
    Translation translation = new Translation(source);
    while (translation.at < source.length()) {
      translation.step();
    }
    return translation.out.toString();
  }

  /// The literal text after a leading `^`, up to the first character that is not plain; the last
  /// one is left out where a quantifier or an alternative could make it optional.
  static String prefix(String source) {
    if (!source.startsWith("^") || Alternatives.areIn(source) || source.contains("(?i")) {
      return "";
    }
    StringBuilder prefix = new StringBuilder();
    int i = 1;
    for (; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == '\\' && i + 1 < source.length() && !isLetterOrDigit(source.charAt(i + 1))) {
        prefix.append(source.charAt(++i));
      } else if (isLetterOrDigit(c) || "/_-,:@=~%".indexOf(c) >= 0) {
        prefix.append(c);
      } else {
        break;
      }
    }
    boolean quantified = i < source.length() && "*?{".indexOf(source.charAt(i)) >= 0;
    return quantified && !prefix.isEmpty()
        ? prefix.substring(0, prefix.length() - 1)
        : prefix.toString();
  }

  private void step() {
    char c = source.charAt(at);
    if (c == '\\') {
      escape(false);
    } else if (c == '[') {
      characterClass();
    } else if (c == '{' && !isQuantifier()) {
      out.append("\\{");
      at++;
    } else if (source.startsWith("(?P<", at)) {
      out.append("(?<");
      at += 4;
    } else {
      out.append(c);
      at++;
    }
  }

  private void escape(boolean inClass) {
    if (at + 1 == source.length()) {
      out.append('\\');
      at++;
      return;
    }
    if (source.startsWith("\\Q", at)) {
      int end = source.indexOf("\\E", at);
      end = end < 0 ? source.length() : end + 2;
      out.append(source, at, end);
      at = end;
      return;
    }
    char c = source.charAt(at + 1);
    at += 2;
    if (!inClass && c == 'N' && !source.startsWith("{", at)) {
      out.append("[^\\n]");
    } else if (inClass && c == 'b') {
      out.append("\\x08");
    } else if (isLetterOrDigit(c) && !Character.isDigit(c) && KNOWN_ESCAPES.indexOf(c) < 0) {
      out.append(c);
    } else if (c == '0' || (inClass && Character.isDigit(c))) {
      octal(c);
    } else {
      out.append('\\').append(c);
    }
  }

  private void octal(char first) {
    int value = first - '0';
    for (int i = 0; i < 2 && at < source.length() && isOctal(source.charAt(at)); i++) {
      value = value * 8 + source.charAt(at++) - '0';
    }
    out.append(String.format("\\x{%x}", value));
  }

  private void characterClass() {
    out.append('[');
    at++;
    if (at < source.length() && source.charAt(at) == '^') {
      out.append('^');
      at++;
    }
    if (at < source.length() && source.charAt(at) == ']') {
      out.append("\\]");
      at++;
    }
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == ']') {
        out.append(']');
        at++;
        return;
      }
      if (c == '\\') {
        escape(true);
      } else if (!posix()) {
        out.append(c == '[' || c == '&' || c == '^' ? "\\" : "").append(c);
        at++;
      }
    }
  }

  private boolean posix() {
    int end = source.startsWith("[:", at) ? source.indexOf(":]", at) : -1;
    if (end < 0) {
      return false;
    }
    boolean negated = source.charAt(at + 2) == '^';
    String known = POSIX.get(source.substring(at + (negated ? 3 : 2), end));
    if (known == null) {
      return false;
    }
    out.append(negated ? "[^" + known + "]" : known);
    at = end + 2;
    return true;
  }

  private boolean isQuantifier() {
    int end = source.indexOf('}', at);
    return end > 0 && source.substring(at + 1, end).matches("[0-9]+(,[0-9]*)?");
  }

  private static boolean isOctal(char c) {
    return c >= '0' && c <= '7';
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
