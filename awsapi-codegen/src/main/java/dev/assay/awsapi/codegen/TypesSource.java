package dev.assay.awsapi.codegen;

import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The door by which the codecs make values of the generated types, without reflection.
final class TypesSource {
  private final ServiceModel model;

  TypesSource(ServiceModel model) {
    this.model = model;
  }

  String source() {
    return """
        @javax.annotation.processing.Generated("dev.assay.awsapi.codegen")
        final class %1$sTypes implements dev.assay.awsapi.schema.TypeFactory {
          @Override
          public Object structure(String shape, @org.jspecify.annotations.Nullable Object[] members) {
            switch (shape) {
        %2$s      default -> throw new IllegalArgumentException(shape);
            }
          }

          @Override
          public dev.assay.awsapi.value.EnumValue enumeration(String shape, String value) {
            switch (shape) {
        %3$s      default -> throw new IllegalArgumentException(shape);
            }
          }

          @Override
          public dev.assay.awsapi.value.UnionValue union(String shape, int index, Object value) {
            switch (shape) {
        %4$s      default -> throw new IllegalArgumentException(shape);
            }
          }
        }
        """
        .formatted(
            model.name(),
            cases(s -> s.isStructure() && !s.isUnion(), "members"),
            cases(Shape::isEnum, "value"),
            cases(s -> s.isStructure() && s.isUnion(), "index, value"));
  }

  private String cases(Predicate<Shape> which, String arguments) {
    return model.shapes().values().stream()
        .filter(which)
        .map(
            s ->
                "      case \"%1$s\" -> {\n        return %1$s.of(%2$s);\n      }\n"
                    .formatted(s.name(), arguments))
        .collect(Collectors.joining());
  }
}
