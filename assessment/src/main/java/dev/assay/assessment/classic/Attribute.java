package dev.assay.assessment.classic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A key with a value, or, where the value is null, without one: Classic's attributes and tags.
public record Attribute(String key, @Nullable String value) {

  /// By key, in the given order.
  ///
  /// @throws ClassicRefusal.InvalidInput where a key comes twice
  public static Map<String, @Nullable String> byKey(List<Attribute> attributes, Invalid twice) {
    Map<String, @Nullable String> byKey = new LinkedHashMap<>();
    for (Attribute attribute : attributes) {
      if (byKey.containsKey(attribute.key())) {
        throw new ClassicRefusal.InvalidInput(twice, "The key comes twice: " + attribute.key());
      }
      byKey.put(attribute.key(), attribute.value());
    }
    return byKey;
  }
}
