package dev.assay.awsapi.codegen;

import java.util.List;
import java.util.stream.Collectors;

/// An error: an unchecked exception with the model's members. Its message is the member `message`.
final class ExceptionSource {
  private final Shape shape;
  private final Components components;

  ExceptionSource(Shape shape, JavaTypes types) {
    this.shape = shape;
    this.components = new Components(shape.members(), types);
  }

  String source() {
    return """
        /// The model's error {@code %1$s}.
        @javax.annotation.processing.Generated("dev.assay.awsapi.codegen")
        @SuppressWarnings({"unchecked", "this-escape"})
        public final class %1$s extends dev.assay.awsapi.value.ServiceException {
        %2$s
          public %1$s(
              %3$s) {
            super("%1$s", message);
        %4$s  }
        %5$s
          /// From the members in the order of the model.
          static %1$s of(@org.jspecify.annotations.Nullable Object[] members) {
            return new %1$s(%6$s);
          }

          @Override
          public @org.jspecify.annotations.Nullable Object member(int index) {
            switch (index) {
        %7$s      default -> throw new IndexOutOfBoundsException(index);
            }
          }
        %8$s}
        """
        .formatted(
            shape.name(),
            fields(),
            components.parameters(),
            components.checks("this."),
            shorter(),
            components.fromArray(),
            components.memberCases(),
            accessors());
  }

  private String fields() {
    return shape.members().stream()
        .map(m -> "  private final %s %s;\n".formatted(components.declared(m), m.javaName()))
        .collect(Collectors.joining());
  }

  /// A constructor of only what is required, where the model has more.
  private String shorter() {
    List<Shape.Member> required = shape.members().stream().filter(Shape.Member::required).toList();
    if (required.size() == shape.members().size() || required.isEmpty()) {
      return "";
    }
    String parameters =
        required.stream()
            .map(m -> components.declared(m) + " " + m.javaName())
            .collect(Collectors.joining(", "));
    String arguments =
        shape.members().stream()
            .map(m -> m.required() ? m.javaName() : "null")
            .collect(Collectors.joining(", "));
    return """

          public %1$s(%2$s) {
            this(%3$s);
          }
        """
        .formatted(shape.name(), parameters, arguments);
  }

  private String accessors() {
    return shape.members().stream()
        .map(
            m ->
                """

                  public %s %s() {
                    return %s;
                  }
                """
                    .formatted(components.declared(m), m.javaName(), m.javaName()))
        .collect(Collectors.joining());
  }
}
