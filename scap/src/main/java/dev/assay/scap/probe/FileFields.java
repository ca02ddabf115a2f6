package dev.assay.scap.probe;

import dev.assay.scap.host.Host;
import dev.assay.scap.host.HostFile;
import dev.assay.scap.host.Reading;
import dev.assay.scap.oval.Described;
import dev.assay.scap.oval.Item;
import dev.assay.scap.oval.Item.Field;
import dev.assay.scap.oval.Item.Status;
import java.util.ArrayList;
import java.util.List;

/// The fields of an item of a file, each made when it is asked for: a filter looks at one or two of
/// every file of a host.
///
/// @param acls whether access control lists are read
record FileFields(Host host, FoundFile found, HostFile file, boolean acls) implements Described {
  /// The field that says whether there is an access control list.
  static final String ACL = "has_extended_acl";

  private static final List<String> PERMISSIONS =
      List.of(
          "suid", "sgid", "sticky", "uread", "uwrite", "uexec", "gread", "gwrite", "gexec", "oread",
          "owrite", "oexec");
  private static final int HIGHEST_BIT = 04000;

  @Override
  public List<Field> named(String name) {
    return switch (name) {
      case "filepath" -> found.name() == null ? List.of() : text(name, found.path());
      case "path" -> text(name, found.directory());
      case "filename" -> text(name, found.name() == null ? "" : found.name());
      case "type" -> text(name, file.type().word());
      case "group_id" -> text(name, Long.toString(file.gid()));
      case "user_id" -> text(name, Long.toString(file.uid()));
      case "a_time" -> number(name, file.accessed());
      case "c_time" -> number(name, file.changed());
      case "m_time" -> number(name, file.modified());
      case "size" -> number(name, file.size());
      case ACL -> List.of(acl());
      default -> {
        int bit = PERMISSIONS.indexOf(name);
        yield bit < 0 ? List.of() : bool(name, file.has(HIGHEST_BIT >> bit));
      }
    };
  }

  /// All of them as an item.
  Item item() {
    List<Field> fields = new ArrayList<>();
    for (String name :
        List.of(
            "filepath",
            "path",
            "filename",
            "type",
            "group_id",
            "user_id",
            "a_time",
            "c_time",
            "m_time",
            "size")) {
      fields.addAll(named(name));
    }
    PERMISSIONS.forEach(name -> fields.addAll(named(name)));
    fields.add(acl());
    return new Item("file", Status.EXISTS, fields);
  }

  private Field acl() {
    if (!acls) {
      return new Field(ACL, "boolean", Status.NOT_COLLECTED, "");
    }
    return switch (AccessControlList.isExtended(host, found.path(), file.type())) {
      case Reading.Read<Boolean>(Boolean extended) ->
          new Field(ACL, "boolean", Status.EXISTS, extended.toString());
      case Reading.Absent<Boolean> absent -> new Field(ACL, "boolean", Status.DOES_NOT_EXIST, "");
      case Reading.Unreadable<Boolean> unreadable ->
          new Field(ACL, "boolean", Status.NOT_COLLECTED, "");
    };
  }

  private static List<Field> text(String name, String value) {
    return List.of(new Field(name, "string", Status.EXISTS, value));
  }

  private static List<Field> number(String name, long value) {
    return List.of(new Field(name, "int", Status.EXISTS, Long.toString(value)));
  }

  private static List<Field> bool(String name, boolean value) {
    return List.of(new Field(name, "boolean", Status.EXISTS, Boolean.toString(value)));
  }
}
