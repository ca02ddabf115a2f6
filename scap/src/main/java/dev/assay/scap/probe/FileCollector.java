package dev.assay.scap.probe;

import dev.assay.scap.host.Host;
import dev.assay.scap.host.HostFile;
import dev.assay.scap.host.Reading;
import dev.assay.scap.oval.Collected;
import dev.assay.scap.oval.CollectionRequest;
import dev.assay.scap.oval.Flag;
import dev.assay.scap.oval.Item;
import dev.assay.scap.oval.ObjectCollector;
import java.util.ArrayList;
import java.util.List;

/// `file_object` of the unix schema: metadata of files.
final class FileCollector implements ObjectCollector {
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
    boolean acls = semantics == Semantics.OPENSCAP || request.isJudged(FileFields.ACL);
    List<Item> items = new ArrayList<>();
    List<String> gaps = new ArrayList<>();
    gaps.addAll(
        finder.find(
            request,
            found -> {
              switch (host.file(found.path())) {
                case Reading.Read<HostFile>(HostFile file) -> {
                  FileFields fields = new FileFields(host, found, file, acls);
                  if (request.keeps(fields)) {
                    items.add(fields.item());
                  }
                }
                case Reading.Absent<HostFile> vanished -> {}
                case Reading.Unreadable<HostFile>(String why) ->
                    gaps.add(found.path() + ": " + why);
              }
            }));
    return withGaps(items, gaps);
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
}
