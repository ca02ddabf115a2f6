package dev.assay.scap.regex;

/// Whether a pattern is one of several at its outermost level.
final class Alternatives {
  private Alternatives() {}

  /// Looks for a bar outside groups, classes and escapes.
  static boolean areIn(String source) {
    int depth = 0;
    for (int i = 0; i < source.length(); i++) {
      switch (source.charAt(i)) {
        case '\\' -> {
          if (source.startsWith("\\Q", i)) {
            int end = source.indexOf("\\E", i);
            i = end < 0 ? source.length() : end + 1;
          } else {
            i++;
          }
        }
        case '[' -> i = endOfClass(source, i);
        case '(' -> depth++;
        case ')' -> depth--;
        case '|' -> {
          if (depth <= 0) {
            return true;
          }
        }
        default -> {
          // Nothing else matters here.
        }
      }
    }
    return false;
  }

  /// The place of the bracket that ends a class; one that comes first stands for itself.
  private static int endOfClass(String source, int start) {
    int i = start + 1;
    if (i < source.length() && source.charAt(i) == '^') {
      i++;
    }
    for (int first = i; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == '\\') {
        i++;
      } else if (source.startsWith("[:", i) && source.indexOf(":]", i) > 0) {
        i = source.indexOf(":]", i) + 1;
      } else if (c == ']' && i > first) {
        return i;
      }
    }
    return source.length();
  }
}
