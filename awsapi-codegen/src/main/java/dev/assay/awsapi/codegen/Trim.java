package dev.assay.awsapi.codegen;

import java.util.Iterator;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Takes the documentation out of a model: its sentences are not ours, and nothing reads them.
final class Trim {
  private Trim() {}

  static ObjectNode documentation(ObjectNode model) {
    strip(model);
    return model;
  }

  private static void strip(JsonNode node) {
    if (node instanceof ObjectNode object) {
      Iterator<Map.Entry<String, JsonNode>> entries = object.properties().iterator();
      while (entries.hasNext()) {
        Map.Entry<String, JsonNode> entry = entries.next();
        // A member may be called documentation; only text is documentation.
        if (entry.getKey().equals("documentation") && entry.getValue().isString()) {
          entries.remove();
        }
      }
    }
    node.forEach(Trim::strip);
  }
}
