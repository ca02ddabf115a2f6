package dev.assay.scap.oval;

/// A shell's file name pattern as a regular expression (`glob_to_regex`).
final class Glob {
  private Glob() {}

  static String toPattern(String glob, boolean noEscape) {
    StringBuilder pattern = new StringBuilder("^");
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      boolean first = i == 0 || glob.charAt(i - 1) == '/';
      switch (c) {
        case '*' -> pattern.append(first ? "(?=[^.])[^/]*" : "[^/]*");
        case '?' -> pattern.append(first ? "[^./]" : "[^/]");
        case '[' -> {
          int close = glob.indexOf(']', i + 2);
          if (close < 0) {
            pattern.append("\\[");
          } else {
            String members = glob.substring(i + 1, close);
            pattern.append('[').append(members.replaceFirst("^!", "^")).append(']');
            i = close;
          }
        }
        case '\\' -> {
          if (noEscape || i + 1 == glob.length()) {
            pattern.append("\\\\");
          } else {
            quote(pattern, glob.charAt(++i));
          }
        }
        default -> quote(pattern, c);
      }
    }
    return pattern.append('$').toString();
  }

  private static void quote(StringBuilder pattern, char c) {
    pattern.append("^$.(){}+|[]*?\\".indexOf(c) >= 0 ? "\\" : "").append(c);
  }
}
