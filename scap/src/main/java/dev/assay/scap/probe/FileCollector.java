package dev.assay.scap.probe;

import dev.assay.scap.host.Host;
import dev.assay.scap.host.HostFile;
import dev.assay.scap.host.Reading;
import dev.assay.scap.oval.Collected;
import dev.assay.scap.oval.CollectionRequest;
import dev.assay.scap.oval.Flag;
import dev.assay.scap.oval.Item;
import dev.assay.scap.oval.ObjectCollector;
import java.util.List;

/// `file_object` of the unix schema: metadata of files.
final class FileCollector implements ObjectCollector {
  private static final List<String> PERMISSIONS =
      List.of(
          "suid", "sgid", "sticky", "uread", "uwrite", "uexec", "gread", "gwrite", "gexec", "oread",
          "owrite", "oexec");
  private static final int HIGHEST_BIT = 04000;

  private static final String ACL = "has_extended_acl";

  private final Host host;
  private final FileFinder finder;
  private final Semantics semantics;

  FileCollector(Host host, FileFinder finder, Semantics semantics) {
    this.host = host;
    this.finder = finder;
    this.semantics = semantics;
  }

  @Override
  public Collected collect(CollectionRequest request) {
    FileFinder.Found found = finder.find(request);
    boolean acls = semantics == Semantics.OPENSCAP || request.isJudged(ACL);
    List<Item> items =
        found.files().stream()
            .map(file -> acls ? withAcl(file) : item(file).notCollected(ACL).exists())
            .toList();
    return withGaps(items, found.gaps());
  }

  /// Where a directory could not be read there may be more items than these.
  static Collected withGaps(List<Item> items, List<String> gaps) {
    return gaps.isEmpty()
        ? Collected.all(items)
        : new Collected(Flag.INCOMPLETE, items, String.join("; ", gaps));
  }

  /// The fields by which an item names its file.
  static Item.Draft named(String type, FoundFile found) {
    Item.Draft draft = Item.draft(type);
    String name = found.name();
    if (name != null) {
      draft.text("filepath", found.path());
    }
    return draft.text("path", found.directory()).text("filename", name == null ? "" : name);
  }

  private Item withAcl(FoundFile found) {
    Item.Draft draft = item(found);
    return switch (AccessControlList.isExtended(host, found.path(), found.file().type())) {
      case Reading.Read<Boolean>(Boolean extended) -> draft.bool(ACL, extended).exists();
      case Reading.Absent<Boolean> absent -> draft.missing(ACL).exists();
      case Reading.Unreadable<Boolean> unreadable -> draft.notCollected(ACL).exists();
    };
  }

  private static Item.Draft item(FoundFile found) {
    HostFile file = found.file();
    Item.Draft draft =
        named("file", found)
            .text("type", file.type().word())
            .text("group_id", Long.toString(file.gid()))
            .text("user_id", Long.toString(file.uid()))
            .number("a_time", file.accessed())
            .number("c_time", file.changed())
            .number("m_time", file.modified())
            .number("size", file.size());
    for (int i = 0; i < PERMISSIONS.size(); i++) {
      draft.bool(PERMISSIONS.get(i), file.has(HIGHEST_BIT >> i));
    }
    return draft;
  }
}
