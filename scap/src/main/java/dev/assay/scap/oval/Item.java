package dev.assay.scap.oval;

import java.util.ArrayList;
import java.util.List;

/// One thing found on the host (oval-system-characteristics `ItemType`).
///
/// @param type the item's element name without `_item`, such as `file`
/// @param fields its fields in the order of the schema; a name may occur more than once
public record Item(String type, Status status, List<Field> fields) implements Described {
  /// Whether the thing, or one field of it, is there.
  public enum Status {
    EXISTS,
    DOES_NOT_EXIST,
    ERROR,
    NOT_COLLECTED
  }

  /// One field of an item.
  ///
  /// @param value of a record its parts, to be read
  /// @param parts those of a record; otherwise empty
  public record Field(
      String name, String datatype, Status status, String value, List<Field> parts) {
    public Field {
      parts = List.copyOf(parts);
    }

    /// One that is no record.
    public Field(String name, String datatype, Status status, String value) {
      this(name, datatype, status, value, List.of());
    }
  }

  public Item {
    fields = List.copyOf(fields);
  }

  @Override
  public List<Field> named(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).toList();
  }

  /// An item of this type being put together.
  public static Draft draft(String type) {
    return new Draft(type);
  }

  /// Collects the fields of an item in order.
  public static final class Draft {
    private final String type;
    private final List<Field> fields = new ArrayList<>();

    private Draft(String type) {
      this.type = type;
    }

    /// Adds a string.
    public Draft text(String name, String value) {
      return typed(name, "string", value);
    }

    /// Adds an integer.
    public Draft number(String name, long value) {
      return typed(name, "int", Long.toString(value));
    }

    /// Adds a boolean.
    public Draft bool(String name, boolean value) {
      return typed(name, "boolean", Boolean.toString(value));
    }

    /// Adds a value of another datatype.
    public Draft typed(String name, String datatype, String value) {
      fields.add(new Field(name, datatype, Status.EXISTS, value));
      return this;
    }

    /// Adds a record.
    public Draft record(String name, List<Field> parts) {
      String shown =
          String.join(", ", parts.stream().map(part -> part.name() + "=" + part.value()).toList());
      fields.add(new Field(name, "record", Status.EXISTS, shown, parts));
      return this;
    }

    /// Says that a string is not there.
    public Draft missing(String name) {
      return missing(name, "string");
    }

    /// Says that a field is not there.
    public Draft missing(String name, String datatype) {
      fields.add(new Field(name, datatype, Status.DOES_NOT_EXIST, ""));
      return this;
    }

    /// Says that a string was not looked at.
    public Draft notCollected(String name) {
      return notCollected(name, "string");
    }

    /// Says that a field was not looked at.
    public Draft notCollected(String name, String datatype) {
      fields.add(new Field(name, datatype, Status.NOT_COLLECTED, ""));
      return this;
    }

    /// The finished item, which exists.
    public Item exists() {
      return new Item(type, Status.EXISTS, fields);
    }

    /// The finished item, which could not be read.
    public Item error() {
      return new Item(type, Status.ERROR, fields);
    }
  }
}
