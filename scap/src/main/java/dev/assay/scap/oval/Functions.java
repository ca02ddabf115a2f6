package dev.assay.scap.oval;

import dev.assay.scap.regex.PatternException;
import dev.assay.scap.regex.PerlPattern;
import dev.assay.scap.xml.Element;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// The functions of local variables (OVAL 5.11.2, section 5.3.3.4): each maps the values of its
/// components to values; several lists of values are combined as their Cartesian product.
final class Functions {
  private static final long MOST_VALUES = 1_000_000;
  private static final String REGEX_SIGNS = "^$\\.[](){}*+?|";

  private Functions() {}

  /// Applies the function that `element` is.
  ///
  /// @param now seconds since 1970
  static Values apply(Element element, Function<Element, Values> component, long now) {
    List<Values> parts = element.children().stream().map(component).toList();
    Flag worst = Values.worst(parts);
    if (element.name().equals("count")) {
      long count = parts.stream().mapToLong(part -> part.values().size()).sum();
      return new Values(worst, List.of(Long.toString(count)));
    }
    if (worst != Flag.COMPLETE && worst != Flag.INCOMPLETE) {
      return new Values(worst, List.of());
    }
    try {
      return new Values(worst, compute(element, parts, now));
    } catch (PatternException | IllegalArgumentException | ArithmeticException e) {
      return Values.error();
    }
  }

  private static List<String> compute(Element element, List<Values> parts, long now) {
    return switch (element.name()) {
      case "concat" -> product(parts, tuple -> String.join("", tuple));
      case "unique" -> List.copyOf(new LinkedHashSet<>(all(parts)));
      case "begin" -> each(parts, begin(element.required("character")));
      case "end" -> each(parts, end(element.required("character")));
      case "escape_regex" -> each(parts, Functions::escaped);
      case "glob_to_regex" -> {
        boolean noEscape = element.flag("glob_noescape", false);
        yield each(parts, glob -> Glob.toPattern(glob, noEscape));
      }
      case "split" -> split(all(parts), element.required("delimiter"));
      case "substring" -> each(parts, substring(element));
      case "regex_capture" -> captures(all(parts), element.required("pattern"));
      case "arithmetic" -> product(parts, tuple -> arithmetic(tuple, element));
      case "time_difference" -> TimeDifference.of(element, parts, now);
      default -> throw new IllegalArgumentException(element.name());
    };
  }

  static List<String> product(List<Values> parts, Function<List<String>, String> join) {
    List<List<String>> tuples = List.of(List.of());
    for (Values part : parts) {
      if ((long) tuples.size() * part.values().size() > MOST_VALUES) {
        throw new IllegalArgumentException("too many values");
      }
      List<List<String>> longer = new ArrayList<>();
      for (List<String> tuple : tuples) {
        for (String value : part.values()) {
          List<String> next = new ArrayList<>(tuple);
          next.add(value);
          longer.add(next);
        }
      }
      tuples = longer;
    }
    return tuples.stream().map(join).toList();
  }

  private static List<String> all(List<Values> parts) {
    return parts.stream().flatMap(part -> part.values().stream()).toList();
  }

  private static List<String> each(List<Values> parts, UnaryOperator<String> function) {
    return all(parts).stream().map(function).toList();
  }

  private static UnaryOperator<String> begin(String start) {
    return value -> value.startsWith(start) ? value : start + value;
  }

  private static UnaryOperator<String> end(String end) {
    return value -> value.endsWith(end) ? value : value + end;
  }

  private static String escaped(String value) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      escaped.append(REGEX_SIGNS.indexOf(c) >= 0 ? "\\" : "").append(c);
    }
    return escaped.toString();
  }

  private static List<String> split(List<String> values, String delimiter) {
    List<String> pieces = new ArrayList<>();
    for (String value : values) {
      if (delimiter.isEmpty()) {
        value.chars().forEach(c -> pieces.add(Character.toString(c)));
      } else {
        pieces.addAll(List.of(value.split(java.util.regex.Pattern.quote(delimiter), -1)));
      }
    }
    return pieces;
  }

  private static UnaryOperator<String> substring(Element element) {
    int start = Integer.parseInt(element.required("substring_start"));
    int length = Integer.parseInt(element.required("substring_length"));
    return value -> {
      int from = Math.max(start, 1) - 1;
      if (from >= value.length()) {
        throw new IllegalArgumentException("substring beyond the value");
      }
      return value.substring(
          from, length < 0 ? value.length() : Math.min(value.length(), from + length));
    };
  }

  /// The first group of the first match; the empty string where nothing matches.
  private static List<String> captures(List<String> values, String source) {
    PerlPattern pattern = PerlPattern.of(source, Set.of());
    List<String> captured = new ArrayList<>();
    for (String value : values) {
      Optional<PerlPattern.Match> match = pattern.search(value).next();
      captured.add(match.flatMap(found -> found.groups().stream().findFirst()).orElse(""));
    }
    return captured;
  }

  private static String arithmetic(List<String> operands, Element element) {
    boolean add = element.required("arithmetic_operation").equals("add");
    BigDecimal result = add ? BigDecimal.ZERO : BigDecimal.ONE;
    for (String operand : operands) {
      BigDecimal number = new BigDecimal(operand.strip());
      result = add ? result.add(number) : result.multiply(number);
    }
    return result.toPlainString();
  }
}
