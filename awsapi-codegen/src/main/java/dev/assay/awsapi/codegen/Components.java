package dev.assay.awsapi.codegen;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The pieces of source that records and exceptions share: their members in order.
final class Components {
  private final List<Shape.Member> members;
  private final JavaTypes types;

  Components(List<Shape.Member> members, JavaTypes types) {
    this.members = members;
    this.types = types;
  }

  /// The declared type: nullable where the model does not require the member.
  String declared(Shape.Member member) {
    String type = types.of(member.shape());
    return member.required() ? type : types.nullable(type);
  }

  String parameters() {
    return members.stream()
        .map(member -> declared(member) + " " + member.javaName())
        .collect(Collectors.joining(",\n      "));
  }

  /// Casts from the array of members by which the codecs make values.
  String fromArray() {
    return IntStream.range(0, members.size())
        .mapToObj(i -> "(%s) members[%d]".formatted(types.of(members.get(i).shape()), i))
        .collect(Collectors.joining(",\n        "));
  }

  /// The cases of the accessor by index.
  String memberCases() {
    return IntStream.range(0, members.size())
        .mapToObj(
            i ->
                "      case %d -> {\n        return %s;\n      }\n"
                    .formatted(i, members.get(i).javaName()))
        .collect(Collectors.joining());
  }

  /// Statements that check what is required and copy what can change, as `prefix` says where to.
  String checks(String prefix) {
    return members.stream().map(member -> check(member, prefix)).collect(Collectors.joining());
  }

  private String check(Shape.Member member, String prefix) {
    String name = member.javaName();
    String value =
        member.required()
            ? "java.util.Objects.requireNonNull(%s, \"%s\")".formatted(name, member.name())
            : name;
    String type = types.of(member.shape());
    boolean copied = type.startsWith("java.util.");
    if (!copied && !member.required() && prefix.isEmpty()) {
      return "";
    }
    if (copied) {
      String collection = type.startsWith("java.util.List") ? "List" : "Map";
      value =
          member.required()
              ? "java.util.%s.copyOf(%s)".formatted(collection, value)
              : "%s == null ? null : java.util.%s.copyOf(%s)".formatted(name, collection, name);
      return "    %s%s = %s;\n".formatted(prefix, name, value);
    }
    return prefix.isEmpty()
        ? "    %s;\n".formatted(value)
        : "    %s%s = %s;\n".formatted(prefix, name, value);
  }
}
