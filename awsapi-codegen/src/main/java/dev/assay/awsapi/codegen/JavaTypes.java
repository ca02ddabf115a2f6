package dev.assay.awsapi.codegen;

/// The Java type of each shape, always with its full name: a model may call a shape anything.
final class JavaTypes {
  private static final String API = "dev.assay.awsapi.";

  private final ServiceModel model;

  JavaTypes(ServiceModel model) {
    this.model = model;
  }

  String of(String shapeName) {
    return of(model.shape(shapeName));
  }

  String of(Shape shape) {
    return switch (shape.type()) {
      case "structure" -> shape.isDocument() ? API + "json.Json" : generated(shape);
      case "string" -> shape.isEnum() ? generated(shape) : "java.lang.String";
      case "list" -> "java.util.List<" + of(target(shape, "member")) + ">";
      case "map" -> map(shape);
      case "boolean" -> "java.lang.Boolean";
      case "integer" -> "java.lang.Integer";
      case "long" -> "java.lang.Long";
      case "double", "float" -> "java.lang.Double";
      case "timestamp" -> "java.time.Instant";
      case "blob" -> API + "value.Blob";
      default -> throw new IllegalStateException("shape type " + shape.type());
    };
  }

  /// With the annotation where the value may be absent.
  String nullable(String type) {
    int simple =
        type.indexOf('<') < 0 ? type.lastIndexOf('.') : type.lastIndexOf('.', type.indexOf('<'));
    return type.substring(0, simple + 1)
        + "@org.jspecify.annotations.Nullable "
        + type.substring(simple + 1);
  }

  private String map(Shape shape) {
    // A key that is an enum stays text: the key is what the caller wrote.
    return "java.util.Map<java.lang.String, " + of(target(shape, "value")) + ">";
  }

  private String target(Shape shape, String key) {
    return shape.node().path(key).path("shape").asString();
  }

  private String generated(Shape shape) {
    return API + model.packageName() + "." + shape.name();
  }
}
