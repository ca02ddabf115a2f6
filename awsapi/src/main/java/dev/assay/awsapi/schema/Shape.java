package dev.assay.awsapi.schema;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A shape of a model.
public sealed interface Shape {
  /// Its name in the model.
  String name();

  /// Members with names. An error is one too.
  ///
  /// @param members in the order of the model
  /// @param byWireName the same, by the name each has in a body
  /// @param payload the one member that is the whole body; null where the body holds members
  /// @param error what makes it an error; null where it is none
  record Struct(
      String name,
      List<Member> members,
      Map<String, Member> byWireName,
      @Nullable Member payload,
      @Nullable ErrorTrait error)
      implements Shape {}

  /// Exactly one of its members.
  record Union(String name, List<Member> members, Map<String, Member> byWireName)
      implements Shape {}

  /// A list.
  ///
  /// @param sparse whether null may be an element
  record Sequence(String name, ShapeReference element, Bounds length, boolean sparse)
      implements Shape {}

  /// A map whose keys are text.
  record Dictionary(String name, ShapeReference key, ShapeReference value, Bounds length)
      implements Shape {}

  /// A string.
  ///
  /// @param sensitive whether its value may not be repeated in a message
  record Text(String name, Bounds length, @Nullable Pattern pattern, boolean sensitive)
      implements Shape {}

  /// A string that is one of these.
  record Enumeration(String name, Set<String> values) implements Shape {}

  /// A number.
  record Numeric(String name, Kind kind, Bounds range) implements Shape {
    /// The kinds of numbers, each a Java type.
    public enum Kind {
      INTEGER,
      LONG,
      DOUBLE
    }
  }

  /// True or false.
  record Bool(String name) implements Shape {}

  /// A moment.
  ///
  /// @param format how it is written where it does not follow from the place
  record Timestamp(String name, @Nullable TimestampFormat format) implements Shape {}

  /// Bytes.
  record Bytes(String name, Bounds length) implements Shape {}

  /// Any JSON.
  record Document(String name) implements Shape {}
}
