package dev.assay.awsapi.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The path of an operation, with its labels.
///
/// @param text as the model writes it
/// @param segments what lies between the slashes
public record UriTemplate(String text, List<Segment> segments) {
  /// A piece of the path.
  public sealed interface Segment {
    /// Fixed text.
    record Literal(String text) implements Segment {}

    /// A label for one segment, or, where greedy, for all that the rest of the template leaves.
    record Label(String name, boolean greedy) implements Segment {}
  }

  static UriTemplate parse(String text) {
    String path = text.indexOf('?') < 0 ? text : text.substring(0, text.indexOf('?'));
    return new UriTemplate(path, split(path).stream().map(UriTemplate::segment).toList());
  }

  private static Segment segment(String text) {
    if (!text.startsWith("{")) {
      return new Segment.Literal(text);
    }
    boolean greedy = text.endsWith("+}");
    return new Segment.Label(text.substring(1, text.length() - (greedy ? 2 : 1)), greedy);
  }

  /// The raw text of each label where the raw path is of this form. A path that ends in one slash
  /// more is the same path.
  public Optional<Map<String, String>> match(String rawPath) {
    List<String> path = split(rawPath);
    Map<String, String> labels = new LinkedHashMap<>();
    int at = 0;
    for (int i = 0; i < segments.size(); i++) {
      int left = segments.size() - i - 1;
      int take =
          segments.get(i) instanceof Segment.Label(_, boolean g) && g ? path.size() - at - left : 1;
      if (take < 1 || at + take > path.size()) {
        return Optional.empty();
      }
      String piece = String.join("/", path.subList(at, at + take));
      at += take;
      switch (segments.get(i)) {
        case Segment.Literal(String text) when !text.equals(piece) -> {
          return Optional.empty();
        }
        case Segment.Literal _ -> {}
        case Segment.Label(String name, _) -> {
          if (piece.isEmpty()) {
            return Optional.empty();
          }
          labels.put(name, piece);
        }
      }
    }
    return at == path.size() ? Optional.of(labels) : Optional.empty();
  }

  /// How specific the template is: of two that match, the one with more literals is meant.
  public long literals() {
    return segments.stream().filter(Segment.Literal.class::isInstance).count();
  }

  private static List<String> split(String path) {
    List<String> segments = new ArrayList<>(Arrays.asList(path.split("/", -1)));
    if (!segments.isEmpty() && segments.getFirst().isEmpty()) {
      segments.removeFirst();
    }
    if (segments.size() > 1 && segments.getLast().isEmpty()) {
      segments.removeLast();
    }
    return segments;
  }
}
