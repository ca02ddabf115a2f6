package dev.assay.awsapi.schema;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A shape by its name, looked up when first needed: shapes may contain one another.
public final class ShapeReference {
  private final Map<String, Shape> shapes;
  private final String name;
  private @Nullable Shape shape;

  ShapeReference(Map<String, Shape> shapes, String name) {
    this.shapes = shapes;
    this.name = name;
  }

  /// The shape.
  public Shape get() {
    Shape known = shape;
    if (known == null) {
      known = shapes.get(name);
      if (known == null) {
        throw new IllegalStateException("the model has no shape " + name);
      }
      shape = known;
    }
    return known;
  }
}
