package dev.assay.awsapi.codegen;

import java.util.stream.Collectors;

/// An enum that keeps values it does not know: a sealed interface over a Java enum and one record.
final class EnumSource {
  private EnumSource() {}

  static String of(Shape shape) {
    return """
        /// The model's enum {@code %1$s}.
        @javax.annotation.processing.Generated("dev.assay.awsapi.codegen")
        public sealed interface %1$s extends dev.assay.awsapi.value.EnumValue {
        %2$s
          /// The value on the wire, kept as it is where it is none the model has.
          static %1$s of(String value) {
            %1$s known = Known.BY_VALUE.get(value);
            return known != null ? known : new Unknown(value);
          }

          /// The values that the model has.
          enum Known implements %1$s {
        %3$s;

            private static final java.util.Map<String, Known> BY_VALUE =
                java.util.Arrays.stream(values())
                    .collect(java.util.stream.Collectors.toUnmodifiableMap(Known::value, v -> v));

            private final String value;

            Known(String value) {
              this.value = value;
            }

            @Override
            public String value() {
              return value;
            }
          }

          /// A value that the model does not have.
          record Unknown(String value) implements %1$s {}
        }
        """
        .formatted(shape.name(), constants(shape), known(shape));
  }

  private static String constants(Shape shape) {
    return shape.enumValues().stream()
        .map(Names::constant)
        .map(name -> "  %s %s = Known.%s;\n".formatted(shape.name(), name, name))
        .collect(Collectors.joining());
  }

  private static String known(Shape shape) {
    return shape.enumValues().stream()
        .map(value -> "    %s(%s)".formatted(Names.constant(value), Names.quoted(value)))
        .collect(Collectors.joining(",\n"));
  }
}
