package dev.assay.awsapi.codegen;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// A shape of a model.
record Shape(String name, JsonNode node) {
  String type() {
    return node.path("type").asString();
  }

  boolean isDocument() {
    return flag("document");
  }

  boolean isException() {
    return flag("exception");
  }

  boolean isUnion() {
    return flag("union");
  }

  boolean isEnum() {
    return node.has("enum");
  }

  boolean isStructure() {
    return type().equals("structure") && !isDocument();
  }

  List<String> enumValues() {
    return node.path("enum").valueStream().map(JsonNode::asString).distinct().toList();
  }

  List<Member> members() {
    Set<String> required =
        node.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    return node.path("members").properties().stream()
        .map(
            entry ->
                new Member(
                    entry.getKey(),
                    entry.getValue().path("shape").asString(),
                    required.contains(entry.getKey())))
        .toList();
  }

  private boolean flag(String name) {
    return node.path(name).asBoolean(false);
  }

  /// A member of a structure or a union.
  record Member(String name, String shape, boolean required) {
    String javaName() {
      return Names.member(name);
    }
  }
}
