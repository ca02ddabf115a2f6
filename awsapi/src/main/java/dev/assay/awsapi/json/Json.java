package dev.assay.awsapi.json;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A JSON value: what a model calls a document, and what every body is before its schema reads it.
public sealed interface Json {
  /// JSON's null, which is not the same as nothing.
  record Null() implements Json {}

  /// True or false.
  record Bool(boolean value) implements Json {}

  /// A number, exactly as it was written. Two numbers are equal where they are the same number,
  /// however they are written: `1.0` is `1`.
  record Num(BigDecimal value) implements Json {
    @Override
    public boolean equals(Object other) {
      return other instanceof Num(BigDecimal that) && value.compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
      // Numbers of any magnitude: stripping zeros of 1E+1000000 must not write them out.
      return value.signum() == 0 ? 0 : value.stripTrailingZeros().hashCode();
    }
  }

  /// A string.
  record Text(String value) implements Json {}

  /// An array.
  record Array(List<Json> items) implements Json {
    public Array {
      items = List.copyOf(items);
    }
  }

  /// An object, in the order in which its members were written.
  record Obj(Map<String, Json> members) implements Json {
    public Obj {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
  }

  /// What an error message calls this value.
  default String kind() {
    return switch (this) {
      case Null _ -> "null";
      case Bool _ -> "a boolean";
      case Num _ -> "a number";
      case Text _ -> "a string";
      case Array _ -> "an array";
      case Obj _ -> "an object";
    };
  }

  /// This value in UTF-8.
  default byte[] utf8() {
    return JsonWriter.utf8(generator -> JsonWriter.write(this, generator));
  }
}
