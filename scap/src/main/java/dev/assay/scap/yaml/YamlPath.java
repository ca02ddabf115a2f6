package dev.assay.scap.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A YAML Path: `$.a.b[0]`, `a['b','c']`, `a[:].b`, `a[1,3]`, `&anchor.b`.
///
/// @param anchor of the node where it begins; empty for the document's root
record YamlPath(String anchor, List<Segment> segments) {
  /// One step.
  sealed interface Segment {
    /// To the value of one key.
    record Key(String name) implements Segment {}

    /// To the values of several keys, which stay a mapping; of every key if `all`.
    record Keys(Set<String> names, boolean all) implements Segment {
      boolean has(String name) {
        return all || names.contains(name);
      }
    }

    /// To one element.
    record Index(int number) implements Segment {}

    /// To several elements, which stay a sequence; to every one if `all`.
    record Indices(Set<Integer> numbers, boolean all) implements Segment {
      boolean has(int number) {
        return all || numbers.contains(number);
      }
    }
  }

  YamlPath {
    segments = List.copyOf(segments);
  }

  /// Reads a path.
  ///
  /// @throws YamlPathException if it is none
  static YamlPath of(String text) {
    return new Reader(text).path();
  }

  private static final class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    YamlPath path() {
      String anchor = "";
      List<Segment> segments = new ArrayList<>();
      if (text.startsWith("$")) {
        at = 1;
      } else if (text.startsWith("&")) {
        at = 1;
        anchor = word();
      } else if (!text.startsWith(".") && !text.startsWith("[")) {
        segments.add(key());
      }
      while (at < text.length()) {
        char next = text.charAt(at++);
        if (next == '.') {
          segments.add(key());
        } else if (next == '[') {
          segments.add(bracket());
        } else {
          throw wrong();
        }
      }
      if (segments.isEmpty() && anchor.isEmpty() && !text.equals("$")) {
        throw wrong();
      }
      return new YamlPath(anchor, segments);
    }

    private Segment key() {
      String name = word();
      return name.equals("*") ? new Segment.Keys(Set.of(), true) : new Segment.Key(name);
    }

    private String word() {
      int start = at;
      while (at < text.length() && text.charAt(at) != '.' && text.charAt(at) != '[') {
        at++;
      }
      if (at == start) {
        throw wrong();
      }
      return text.substring(start, at);
    }

    private Segment bracket() {
      if (at < text.length() && (text.charAt(at) == '\'' || text.charAt(at) == '"')) {
        return quotedKeys();
      }
      int end = text.indexOf(']', at);
      if (end < 0) {
        throw wrong();
      }
      String inside = text.substring(at, end).strip();
      at = end + 1;
      if (inside.equals("*")) {
        return new Segment.Keys(Set.of(), true);
      }
      return inside.equals(":")
          ? new Segment.Indices(Set.of(), true)
          : indices(inside.split(",", -1));
    }

    private Segment quotedKeys() {
      List<String> names = new ArrayList<>();
      while (true) {
        char quote = at < text.length() ? text.charAt(at) : 0;
        int end = quote == '\'' || quote == '"' ? text.indexOf(quote, at + 1) : -1;
        if (end < 0 || end + 1 >= text.length()) {
          throw wrong();
        }
        names.add(text.substring(at + 1, end));
        char after = text.charAt(end + 1);
        at = end + 2;
        if (after == ']') {
          return names.size() == 1
              ? new Segment.Key(names.getFirst())
              : new Segment.Keys(Set.copyOf(names), false);
        }
        if (after != ',') {
          throw wrong();
        }
      }
    }

    private Segment indices(String[] parts) {
      if (parts.length == 1) {
        return new Segment.Index(number(parts[0]));
      }
      Set<Integer> numbers = new HashSet<>();
      for (String part : parts) {
        numbers.add(number(part));
      }
      return new Segment.Indices(numbers, false);
    }

    private int number(String part) {
      String digits = part.strip();
      if (!digits.matches("[0-9]{1,9}")) {
        throw wrong();
      }
      return Integer.parseInt(digits);
    }

    private YamlPathException wrong() {
      return new YamlPathException("Not a YAML path that can be used: " + text);
    }
  }
}
