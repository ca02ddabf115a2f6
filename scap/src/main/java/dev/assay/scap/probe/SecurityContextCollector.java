package dev.assay.scap.probe;

import dev.assay.scap.host.Host;
import dev.assay.scap.host.Reading;
import dev.assay.scap.oval.Collected;
import dev.assay.scap.oval.CollectionRequest;
import dev.assay.scap.oval.Flag;
import dev.assay.scap.oval.Item;
import dev.assay.scap.oval.ObjectCollector;
import java.util.ArrayList;
import java.util.List;

/// `selinuxsecuritycontext_object`: the labels of files. A file without a label is an item in
/// error, as in OpenSCAP; the labels of processes are not collected.
final class SecurityContextCollector implements ObjectCollector {
  private static final String ATTRIBUTE = "security.selinux";
  private static final int PARTS = 4;

  private final Host host;
  private final FileFinder finder;

  SecurityContextCollector(Host host, FileFinder finder) {
    this.host = host;
    this.finder = finder;
  }

  @Override
  public Collected collect(CollectionRequest request) {
    if (request.has("pid")) {
      return Collected.none(Flag.NOT_COLLECTED, "The labels of processes are not collected here.");
    }
    List<Item> items = new ArrayList<>();
    List<String> gaps = new ArrayList<>();
    gaps.addAll(finder.find(request, file -> label(file, items, gaps)));
    return FileCollector.withGaps(items, gaps);
  }

  private void label(FoundFile file, List<Item> items, List<String> gaps) {
    switch (host.attribute(file.path(), ATTRIBUTE)) {
      case Reading.Read<byte[]>(byte[] label) -> items.add(item(file, label));
      case Reading.Absent<byte[]> absent ->
          items.add(FileCollector.named("selinuxsecuritycontext", file).error());
      case Reading.Unreadable<byte[]>(String why) -> gaps.add(file.path() + ": " + why);
    }
  }

  /// `user:role:type:low-high:categories`, the range being absent without MLS.
  private static Item item(FoundFile file, byte[] label) {
    String[] parts = TextFileContentCollector.decode(label).replace("\0", "").split(":", PARTS);
    Item.Draft draft = FileCollector.named("selinuxsecuritycontext", file);
    List<String> names = List.of("user", "role", "type");
    for (int i = 0; i < names.size(); i++) {
      if (i < parts.length) {
        draft.text(names.get(i), parts[i]);
      } else {
        draft.missing(names.get(i));
      }
    }
    if (parts.length == PARTS) {
      range(parts[PARTS - 1], draft);
    }
    return draft.exists();
  }

  private static void range(String range, Item.Draft draft) {
    String[] ends = range.split("-", 2);
    level(ends[0], "low_sensitivity", "low_category", draft);
    if (ends.length > 1) {
      level(ends[1], "high_sensitivity", "high_category", draft);
    }
  }

  private static void level(String level, String sensitivity, String category, Item.Draft draft) {
    String[] parts = level.split(":", 2);
    draft.text(sensitivity, parts[0]);
    if (parts.length > 1) {
      draft.text(category, parts[1]);
    }
  }
}
