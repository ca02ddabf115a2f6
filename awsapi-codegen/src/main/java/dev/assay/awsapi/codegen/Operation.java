package dev.assay.awsapi.codegen;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// An operation of a model.
record Operation(String name, JsonNode node) {
  String methodName() {
    return Names.decapitalised(name);
  }

  Optional<String> input() {
    return node.path("input").path("shape").asStringOpt();
  }

  Optional<String> output() {
    return node.path("output").path("shape").asStringOpt();
  }

  /// Whether Assay has it; the overlay says `"built": false` where not.
  boolean built() {
    return node.path("built").asBoolean(true);
  }
}
