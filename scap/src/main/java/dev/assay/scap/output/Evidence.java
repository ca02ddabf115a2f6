package dev.assay.scap.output;

import dev.assay.scap.oval.DefinitionResult;
import dev.assay.scap.oval.DefinitionResult.Node;
import dev.assay.scap.oval.Item;
import dev.assay.scap.oval.TestResult;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/// Writes the evidence of a rule: criteria, tests, and the items found. Of very many items the
/// first are shown, with how many there are.
final class Evidence {
  private static final int MOST_ITEMS = 50;

  private Evidence() {}

  static void write(List<DefinitionResult> definitions, JsonGenerator json) {
    json.writeStartArray();
    for (DefinitionResult definition : definitions) {
      definition(definition, json);
    }
    json.writeEndArray();
  }

  private static void definition(DefinitionResult result, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("definition", result.definition().id());
    json.writeStringProperty("result", result.truth().word());
    json.writeArrayPropertyStart("criteria");
    result.criteria().forEach(node -> node(node, json));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void node(Node node, JsonGenerator json) {
    switch (node) {
      case Node.Group group -> {
        json.writeStartObject();
        json.writeStringProperty("operator", group.group().operator().name());
        described(group.group().negate(), group.group().comment(), json);
        json.writeStringProperty("result", group.truth().word());
        json.writeArrayPropertyStart("criteria");
        group.parts().forEach(part -> node(part, json));
        json.writeEndArray();
        json.writeEndObject();
      }
      case Node.Extended extended -> {
        json.writeStartObject();
        described(extended.reference().negate(), extended.reference().comment(), json);
        json.writeStringProperty("result", extended.truth().word());
        json.writeName("extends");
        definition(extended.result(), json);
        json.writeEndObject();
      }
      case Node.Tested tested -> {
        json.writeStartObject();
        described(tested.reference().negate(), tested.reference().comment(), json);
        json.writeStringProperty("result", tested.truth().word());
        test(tested.result(), json);
        json.writeEndObject();
      }
    }
  }

  private static void described(boolean negated, String comment, JsonGenerator json) {
    if (negated) {
      json.writeBooleanProperty("negated", true);
    }
    if (!comment.isEmpty()) {
      json.writeStringProperty("comment", comment);
    }
  }

  private static void test(TestResult result, JsonGenerator json) {
    json.writeStringProperty("test", result.test().id());
    json.writeStringProperty("type", result.test().type());
    json.writeStringProperty("collected", result.collected().flag().word());
    if (!result.collected().reason().isEmpty()) {
      json.writeStringProperty("reason", result.collected().reason());
    }
    List<Item> items = result.collected().items();
    json.writeNumberProperty("itemCount", items.size());
    json.writeArrayPropertyStart("items");
    for (int i = 0; i < Math.min(items.size(), MOST_ITEMS); i++) {
      json.writeStartObject();
      if (i < result.items().size()) {
        json.writeStringProperty("asExpected", result.items().get(i).word());
      }
      item(items.get(i), json);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void item(Item item, JsonGenerator json) {
    for (String name : item.fields().stream().map(Item.Field::name).distinct().toList()) {
      List<Item.Field> fields = item.named(name);
      if (fields.size() == 1) {
        json.writeStringProperty(name, fields.getFirst().value());
      } else {
        json.writeArrayPropertyStart(name);
        fields.forEach(field -> json.writeString(field.value()));
        json.writeEndArray();
      }
    }
  }
}
