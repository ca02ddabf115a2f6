package dev.assay.scap.probe;

import dev.assay.scap.host.Host;
import dev.assay.scap.host.HostFile;
import dev.assay.scap.host.Reading;
import dev.assay.scap.oval.Collected;
import dev.assay.scap.oval.CollectionRequest;
import dev.assay.scap.oval.Item;
import dev.assay.scap.oval.ObjectCollector;
import java.util.ArrayList;
import java.util.List;

/// `symlink_object`: where a link leads in the end.
final class SymlinkCollector implements ObjectCollector {
  private final Host host;

  SymlinkCollector(Host host) {
    this.host = host;
  }

  @Override
  public Collected collect(CollectionRequest request) {
    List<Item> items = new ArrayList<>();
    List<String> gaps = new ArrayList<>();
    for (String path : request.stated("filepath")) {
      switch (host.file(path)) {
        case Reading.Read<HostFile>(HostFile file) when file.type() == HostFile.Type.SYMLINK ->
            item(path, items, gaps);
        case Reading.Read<HostFile> other -> {}
        case Reading.Absent<HostFile> absent -> {}
        case Reading.Unreadable<HostFile>(String why) -> gaps.add(path + ": " + why);
      }
    }
    return FileCollector.withGaps(items, gaps);
  }

  private void item(String path, List<Item> items, List<String> gaps) {
    Item.Draft draft = Item.draft("symlink").text("filepath", path);
    switch (host.resolve(path)) {
      case Reading.Read<String>(String target) ->
          items.add(draft.text("canonical_path", target).exists());
      case Reading.Absent<String> absent -> items.add(draft.missing("canonical_path").error());
      case Reading.Unreadable<String>(String why) -> gaps.add(path + ": " + why);
    }
  }
}
