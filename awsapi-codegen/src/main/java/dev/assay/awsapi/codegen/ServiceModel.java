package dev.assay.awsapi.codegen;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/// A service as it is generated: the official model, where there is one, with our overlay merged
/// into it and without anybody's documentation.
///
/// @param merged the model's document
record ServiceModel(ObjectNode merged) {
  static ServiceModel read(Path overlayFile) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode overlay = (ObjectNode) mapper.readTree(Files.readAllBytes(overlayFile));
    JsonNode artifact = overlay.path("artifact");
    ObjectNode base =
        artifact.isMissingNode()
            ? mapper.createObjectNode()
            : official(mapper, artifact.asString());
    return new ServiceModel(Overlay.merge(Trim.documentation(base), overlay));
  }

  private static ObjectNode official(ObjectMapper mapper, String name) throws IOException {
    try (InputStream in = ServiceModel.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("no model " + name + " on the class path");
      }
      return (ObjectNode) mapper.readTree(in);
    }
  }

  String packageName() {
    return text("package");
  }

  /// What the generated types of the service begin with: `Inspector2`.
  String name() {
    return text("name");
  }

  Map<String, Shape> shapes() {
    Map<String, Shape> shapes = new TreeMap<>();
    merged
        .path("shapes")
        .properties()
        .forEach(entry -> shapes.put(entry.getKey(), new Shape(entry.getKey(), entry.getValue())));
    return shapes;
  }

  Shape shape(String name) {
    JsonNode node = merged.path("shapes").path(name);
    if (node.isMissingNode()) {
      throw new IllegalStateException(name() + " has no shape " + name);
    }
    return new Shape(name, node);
  }

  List<Group> groups() {
    return merged.path("groups").properties().stream()
        .map(entry -> new Group(entry.getKey(), operations(entry.getValue())))
        .toList();
  }

  private List<Operation> operations(JsonNode names) {
    return names
        .valueStream()
        .map(name -> new Operation(name.asString(), operation(name.asString())))
        .toList();
  }

  private JsonNode operation(String name) {
    JsonNode node = merged.path("operations").path(name);
    if (node.isMissingNode()) {
      throw new IllegalStateException(name() + " has no operation " + name);
    }
    return node;
  }

  /// A small service: its one group of operations bears its name.
  boolean isOneGroup() {
    return groups().size() == 1;
  }

  int operationCount() {
    return merged.path("operations").size();
  }

  private String text(String key) {
    return merged.path(key).asString();
  }

  /// Operations that belong together: one interface.
  record Group(String name, List<Operation> operations) {}
}
