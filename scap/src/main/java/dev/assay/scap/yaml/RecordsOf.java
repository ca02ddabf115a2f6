package dev.assay.scap.yaml;

import dev.assay.scap.yaml.Selection.Entry;
import dev.assay.scap.yaml.YamlRecords.YamlField;
import dev.assay.scap.yaml.YamlRecords.YamlRecord;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Makes records of a selection. Empty ones are none.
final class RecordsOf {
  private RecordsOf() {}

  static void selection(Selection selection, List<YamlRecord> into) {
    List<Selection> elements = elements(selection);
    if (elements == null) {
      add(record(selection), into);
      return;
    }
    List<YamlField> loose = new ArrayList<>();
    for (Selection element : elements) {
      ScalarNode scalar = scalar(element);
      if (scalar != null) {
        loose.add(field(YamlRecords.NO_KEY, scalar));
      } else {
        add(record(element), into);
      }
    }
    add(loose, into);
  }

  private static void add(List<YamlField> fields, List<YamlRecord> into) {
    if (!fields.isEmpty()) {
      into.add(new YamlRecord(fields));
    }
  }

  /// The fields of a scalar, of a mapping of scalars and sequences of them, or of a sequence.
  private static List<YamlField> record(Selection selection) {
    List<YamlField> fields = new ArrayList<>();
    List<Entry> entries = entries(selection);
    if (entries == null) {
      values(YamlRecords.NO_KEY, selection, fields);
    } else {
      entries.forEach(entry -> values(escaped(entry.key()), entry.value(), fields));
    }
    return fields;
  }

  private static void values(String key, Selection value, List<YamlField> into) {
    List<Selection> elements = elements(value);
    for (Selection each : elements == null ? List.of(value) : elements) {
      ScalarNode scalar = scalar(each);
      if (scalar == null) {
        throw new YamlPathException("What the path selects is nested too deep for OVAL's records.");
      }
      into.add(field(key, scalar));
    }
  }

  private static @Nullable ScalarNode scalar(Selection selection) {
    return selection instanceof Selection.Part(Node node)
            && Selection.real(node) instanceof ScalarNode scalar
        ? scalar
        : null;
  }

  /// Null where it is no sequence.
  private static @Nullable List<Selection> elements(Selection selection) {
    return switch (selection) {
      case Selection.Sequence(List<Selection> elements) -> elements;
      case Selection.Part(Node node) when Selection.real(node) instanceof SequenceNode sequence ->
          sequence.getValue().stream().<Selection>map(Selection.Part::new).toList();
      case Selection.Part part -> null;
      case Selection.Mapping mapping -> null;
    };
  }

  /// Null where it is no mapping.
  private static @Nullable List<Entry> entries(Selection selection) {
    return switch (selection) {
      case Selection.Mapping(List<Entry> entries) -> entries;
      case Selection.Part(Node node) when Selection.real(node) instanceof MappingNode mapping ->
          mapping.getValue().stream()
              .map(
                  tuple -> {
                    String key = Selection.key(tuple);
                    if (key == null) {
                      throw new YamlPathException("A key is no scalar.");
                    }
                    return new Entry(key, new Selection.Part(tuple.getValueNode()));
                  })
              .toList();
      case Selection.Part part -> null;
      case Selection.Sequence sequence -> null;
    };
  }

  private static YamlField field(String key, ScalarNode scalar) {
    String value = scalar.getValue();
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.BOOL)) {
      return new YamlField(key, "boolean", value.toLowerCase(Locale.ROOT));
    }
    if (tag.equals(Tag.INT)) {
      return new YamlField(key, "int", integer(value));
    }
    return new YamlField(key, tag.equals(Tag.FLOAT) ? "float" : "string", value);
  }

  private static String integer(String value) {
    try {
      return value.startsWith("0o")
          ? new BigInteger(value.substring(2), 8).toString()
          : value.startsWith("0x")
              ? new BigInteger(value.substring(2), 16).toString()
              : new BigInteger(value).toString();
    } catch (NumberFormatException e) {
      throw new YamlPathException("No integer: " + value);
    }
  }

  /// Records' fields have no capitals: each is a small letter after `^`, and `^` itself twice.
  private static String escaped(String key) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < key.length(); i++) {
      char letter = key.charAt(i);
      if (letter == '^' || (letter >= 'A' && letter <= 'Z')) {
        escaped.append('^');
      }
      escaped.append(letter >= 'A' && letter <= 'Z' ? Character.toLowerCase(letter) : letter);
    }
    return escaped.toString();
  }
}
