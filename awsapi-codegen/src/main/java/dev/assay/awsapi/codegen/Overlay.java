package dev.assay.awsapi.codegen;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Merges an overlay into a model: what is new is added, the values of an enum are appended, and
/// anything else that both have is the overlay's.
final class Overlay {
  private Overlay() {}

  static ObjectNode merge(ObjectNode base, ObjectNode overlay) {
    overlay
        .properties()
        .forEach(
            entry ->
                base.set(
                    entry.getKey(),
                    merged(entry.getKey(), base.path(entry.getKey()), entry.getValue())));
    return base;
  }

  private static JsonNode merged(String key, JsonNode old, JsonNode added) {
    if (old instanceof ObjectNode into && added instanceof ObjectNode from) {
      return merge(into, from);
    }
    if (key.equals("enum") && old instanceof ArrayNode values) {
      added.forEach(values::add);
      return values;
    }
    return added;
  }
}
