package dev.assay.awsapi.codegen;

import java.util.List;

/// A union: a sealed interface with one record for each member.
final class UnionSource {
  private UnionSource() {}

  static String of(Shape shape, JavaTypes types) {
    StringBuilder variants = new StringBuilder();
    StringBuilder cases = new StringBuilder();
    List<Shape.Member> members = shape.members();
    for (int i = 0; i < members.size(); i++) {
      Shape.Member member = members.get(i);
      String variant = Names.capitalised(member.name());
      String type = types.of(member.shape());
      variants.append(
          """

            /// The member {@code %1$s}.
            record %2$s(%3$s value) implements %4$s {
              @Override
              public int index() {
                return %5$d;
              }
            }
          """
              .formatted(member.name(), variant, type, shape.name(), i));
      cases.append("      case %d -> new %s((%s) value);\n".formatted(i, variant, type));
    }
    return """
        /// The model's union {@code %1$s}.
        @javax.annotation.processing.Generated("dev.assay.awsapi.codegen")
        @SuppressWarnings("unchecked")
        public sealed interface %1$s extends dev.assay.awsapi.value.UnionValue {
          /// The variant of the member with this index in the model.
          static %1$s of(int index, Object value) {
            return switch (index) {
        %2$s      default -> throw new IndexOutOfBoundsException(index);
            };
          }
        %3$s}
        """
        .formatted(shape.name(), cases, variants);
  }
}
