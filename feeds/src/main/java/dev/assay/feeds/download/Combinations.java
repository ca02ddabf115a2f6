package dev.assay.feeds.download;

import dev.assay.feeds.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes one entry of the configuration for many files: its `each` names values for the
/// placeholders (`{release}`) in its address and its path, and every combination is a file.
final class Combinations {
  private static final int MOST = 10_000;

  private Combinations() {}

  /// The values of the placeholders for each file; once without any where there is no `each`.
  static List<Map<String, String>> of(JsonValue file) {
    List<Map<String, String>> combinations = List.of(Map.of());
    JsonValue each = file.optional("each");
    if (each == null) {
      return combinations;
    }
    for (Map.Entry<String, JsonValue> placeholder : each.members().entrySet()) {
      List<Map<String, String>> longer = new ArrayList<>();
      for (Map<String, String> known : combinations) {
        for (JsonValue value : placeholder.getValue().elements()) {
          Map<String, String> more = new HashMap<>(known);
          more.put(placeholder.getKey(), value.text());
          longer.add(more);
        }
      }
      if (longer.size() > MOST) {
        throw file.malformed("stands for more than " + MOST + " files");
      }
      combinations = longer;
    }
    return combinations;
  }

  static String fill(String text, Map<String, String> values) {
    String filled = text;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace("{" + value.getKey() + "}", value.getValue());
    }
    return filled;
  }
}
