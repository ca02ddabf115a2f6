package dev.assay.scap.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a pattern is made of at its outermost level: alternatives, and a group at its beginning.
final class Alternatives {
  private Alternatives() {}

  /// Whether there is more than one.
  static boolean areIn(String source) {
    return end(source, 0, '|') < source.length();
  }

  /// Each alternative; the pattern itself where there is only one.
  static List<String> split(String source) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int bar = end(source, 0, '|'); bar < source.length(); bar = end(source, start, '|')) {
      parts.add(source.substring(start, bar));
      start = bar + 1;
    }
    parts.add(source.substring(start));
    return parts;
  }

  /// A group and what comes after it.
  record Group(String content, String after) {}

  /// The group with which a pattern begins, if it does with a plain one.
  static Optional<Group> leadingGroup(String source) {
    int start = source.startsWith("(?:") ? 3 : source.startsWith("(") ? 1 : -1;
    if (start < 0 || source.startsWith("?", start) || source.startsWith("*", start)) {
      return Optional.empty();
    }
    int end = end(source, start, ')');
    return end < source.length()
        ? Optional.of(new Group(source.substring(start, end), source.substring(end + 1)))
        : Optional.empty();
  }

  /// The last place of the group, class or escape that begins at a place, or the place itself.
  static int endOfAtom(String source, int start) {
    return switch (source.charAt(start)) {
      case '(' -> end(source, start + 1, ')');
      case '[' -> endOfClass(source, start);
      case '\\' -> start + 1;
      case '{' -> Math.max(start, source.indexOf('}', start));
      default -> start;
    };
  }

  /// The place of the first `wanted` outside groups, classes and escapes, or the end.
  private static int end(String source, int from, char wanted) {
    int depth = 0;
    for (int i = from; i < source.length(); i++) {
      if (depth <= 0 && source.charAt(i) == wanted) {
        return i;
      }
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
        default -> {
          // Nothing else matters here.
        }
      }
    }
    return source.length();
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
