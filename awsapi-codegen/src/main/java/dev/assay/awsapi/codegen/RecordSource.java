package dev.assay.awsapi.codegen;

import java.util.stream.Collectors;

/// A structure: a record with a builder.
final class RecordSource {
  private final Shape shape;
  private final Components components;

  RecordSource(Shape shape, JavaTypes types) {
    this.shape = shape;
    this.components = new Components(shape.members(), types);
  }

  String source() {
    return """
        /// The model's structure {@code %1$s}.
        @javax.annotation.processing.Generated("dev.assay.awsapi.codegen")
        @SuppressWarnings("unchecked")
        public record %1$s(
              %2$s)
            implements dev.assay.awsapi.value.Structure {
          public %1$s {
        %3$s  }

          /// From the members in the order of the model.
          static %1$s of(@org.jspecify.annotations.Nullable Object[] members) {
            return new %1$s(%4$s);
          }

          @Override
          public @org.jspecify.annotations.Nullable Object member(int index) {
            switch (index) {
        %5$s      default -> throw new IndexOutOfBoundsException(index);
            }
          }

          /// A builder with nothing set.
          public static Builder builder() {
            return new Builder();
          }

          /// A builder with everything as it is here.
          public Builder toBuilder() {
            Builder builder = new Builder();
        %6$s    return builder;
          }

          /// Builds a {@code %1$s}; what the model requires must be set.
          public static final class Builder {
            private final @org.jspecify.annotations.Nullable Object[] slots =
                new Object[%7$d];

            private Builder() {}
        %8$s
            public %1$s build() {
              return of(slots);
            }
          }
        }
        """
        .formatted(
            shape.name(),
            components.parameters(),
            components.checks(""),
            components.fromArray(),
            components.memberCases(),
            copies(),
            shape.members().size(),
            setters());
  }

  private String copies() {
    StringBuilder copies = new StringBuilder();
    for (int i = 0; i < shape.members().size(); i++) {
      copies.append(
          "    builder.slots[%d] = %s;\n".formatted(i, shape.members().get(i).javaName()));
    }
    return copies.toString();
  }

  private String setters() {
    var members = shape.members();
    return members.stream()
        .map(
            member ->
                """

                    public Builder %2$s(%1$s %2$s) {
                      slots[%3$d] = %2$s;
                      return this;
                    }
                """
                    .formatted(
                        components.declared(member), member.javaName(), members.indexOf(member)))
        .collect(Collectors.joining());
  }
}
