package dev.assay.scap.probe;

import dev.assay.scap.host.RpmFile;
import dev.assay.scap.host.RpmPackage;
import dev.assay.scap.oval.Described;
import dev.assay.scap.oval.Item;
import dev.assay.scap.oval.Item.Field;
import dev.assay.scap.oval.Item.Status;
import dev.assay.scap.rpm.RpmAttribute;
import dev.assay.scap.rpm.RpmVerdict;
import dev.assay.scap.rpm.RpmVerification;
import java.util.ArrayList;
import java.util.List;

/// The fields of an item of a packaged file, each made when it is asked for: the digest of a file
/// is not taken where a filter of its mode has dropped it.
record RpmFileFields(RpmFile file, RpmVerification verification) implements Described {
  private static final String OLD_DIGEST = "md5_differs";
  private static final List<String> NAMES =
      List.of("name", "epoch", "version", "release", "arch", "filepath", "extended_name");
  private static final List<String> KINDS =
      List.of(
          "configuration_file", "documentation_file", "ghost_file", "license_file", "readme_file");

  @Override
  public List<Field> named(String name) {
    RpmPackage owner = file.owner();
    return switch (name) {
      case "name" -> text(name, owner.name());
      case "epoch" -> text(name, owner.epoch());
      case "version" -> text(name, owner.version());
      case "release" -> text(name, owner.release());
      case "arch" -> text(name, owner.architecture());
      case "filepath" -> text(name, file.path());
      case "extended_name" ->
          text(name, owner.name() + "-" + owner.evr() + "." + owner.architecture());
      case "configuration_file" -> flag(name, 0);
      case "documentation_file" -> flag(name, 1);
      case "ghost_file" -> flag(name, 6);
      case "license_file" -> flag(name, 7);
      case "readme_file" -> flag(name, 8);
      case OLD_DIGEST -> verdict(name, RpmAttribute.DIGEST);
      default -> {
        for (RpmAttribute attribute : RpmAttribute.values()) {
          if (attribute.field().equals(name)) {
            yield verdict(name, attribute);
          }
        }
        yield List.of();
      }
    };
  }

  /// All of them as an item.
  Item item() {
    List<Field> fields = new ArrayList<>();
    NAMES.forEach(name -> fields.addAll(named(name)));
    for (RpmAttribute attribute : RpmAttribute.values()) {
      if (attribute == RpmAttribute.DIGEST) {
        fields.addAll(named(OLD_DIGEST));
      }
      fields.addAll(named(attribute.field()));
    }
    KINDS.forEach(name -> fields.addAll(named(name)));
    return new Item("rpmverifyfile", Status.EXISTS, fields);
  }

  private List<Field> verdict(String name, RpmAttribute attribute) {
    RpmVerdict verdict = verification.verdict(attribute);
    return verdict.isDecided()
        ? text(name, verdict.word())
        : List.of(new Field(name, "string", Status.ERROR, ""));
  }

  private List<Field> flag(String name, int bit) {
    boolean set = (file.flags() & 1 << bit) != 0;
    return List.of(new Field(name, "boolean", Status.EXISTS, Boolean.toString(set)));
  }

  private static List<Field> text(String name, String value) {
    return List.of(new Field(name, "string", Status.EXISTS, value));
  }
}
