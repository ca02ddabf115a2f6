package dev.assay.scap.yaml;

import dev.assay.scap.yaml.YamlPath.Segment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.AnchorNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// What a path selects of a document: a part of it, or a mapping or sequence made of parts.
sealed interface Selection {
  /// A part as it is.
  record Part(Node node) implements Selection {}

  /// The values of some keys.
  record Mapping(List<Entry> entries) implements Selection {}

  /// Some elements.
  record Sequence(List<Selection> elements) implements Selection {}

  /// A key with what is selected of its value.
  record Entry(String key, Selection value) {}

  static Optional<Selection> of(Node root, YamlPath path) {
    Node start = path.anchor().isEmpty() ? root : anchored(root, path.anchor(), new HashSet<>());
    return start == null ? Optional.empty() : of(start, path.segments());
  }

  private static Optional<Selection> of(Node node, List<Segment> segments) {
    if (segments.isEmpty()) {
      return Optional.of(new Part(node));
    }
    List<Segment> rest = segments.subList(1, segments.size());
    return switch (segments.getFirst()) {
      case Segment.Key(String name) ->
          entries(node).stream()
              .filter(tuple -> name.equals(key(tuple)))
              .findFirst()
              .flatMap(tuple -> of(tuple.getValueNode(), rest));
      case Segment.Keys keys -> {
        List<Entry> entries = new ArrayList<>();
        for (NodeTuple tuple : entries(node)) {
          String key = key(tuple);
          if (key != null && keys.has(key)) {
            of(tuple.getValueNode(), rest).ifPresent(value -> entries.add(new Entry(key, value)));
          }
        }
        yield entries.isEmpty() ? Optional.empty() : Optional.of(new Mapping(entries));
      }
      case Segment.Index(int number) ->
          number < elements(node).size() ? of(elements(node).get(number), rest) : Optional.empty();
      case Segment.Indices indices -> sequence(node, indices, rest);
    };
  }

  /// Sequences of what was selected of sequences are one.
  private static Optional<Selection> sequence(
      Node node, Segment.Indices indices, List<Segment> rest) {
    List<Node> all = elements(node);
    List<Selection> selected = new ArrayList<>();
    IntStream.range(0, all.size())
        .filter(indices::has)
        .mapToObj(number -> of(all.get(number), rest))
        .flatMap(Optional::stream)
        .forEach(
            each -> {
              if (each instanceof Sequence(List<Selection> inner)) {
                selected.addAll(inner);
              } else {
                selected.add(each);
              }
            });
    return selected.isEmpty() ? Optional.empty() : Optional.of(new Sequence(selected));
  }

  private static List<NodeTuple> entries(Node node) {
    return real(node) instanceof MappingNode mapping ? mapping.getValue() : List.of();
  }

  private static List<Node> elements(Node node) {
    return real(node) instanceof SequenceNode sequence ? sequence.getValue() : List.of();
  }

  /// What an alias stands for.
  static Node real(Node node) {
    return node instanceof AnchorNode alias ? alias.getRealNode() : node;
  }

  static @Nullable String key(NodeTuple tuple) {
    return real(tuple.getKeyNode()) instanceof ScalarNode scalar ? scalar.getValue() : null;
  }

  private static @Nullable Node anchored(Node node, String anchor, Set<Node> seen) {
    Node real = real(node);
    if (!seen.add(real)) {
      return null;
    }
    if (real.getAnchor().filter(each -> each.getValue().equals(anchor)).isPresent()) {
      return real;
    }
    List<Node> below = new ArrayList<>(elements(real));
    entries(real).forEach(tuple -> below.add(tuple.getValueNode()));
    for (Node each : below) {
      Node found = anchored(each, anchor, seen);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
