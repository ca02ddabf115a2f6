package dev.assay.scap.probe;

import dev.assay.scap.host.DirectoryEntry;
import dev.assay.scap.host.Host;
import dev.assay.scap.host.HostFile;
import dev.assay.scap.host.Reading;
import dev.assay.scap.oval.Collected;
import dev.assay.scap.oval.CollectionRequest;
import dev.assay.scap.oval.Item;
import dev.assay.scap.oval.ObjectCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `sysctl_object`: kernel parameters as `/proc/sys` shows them.
final class SysctlCollector implements ObjectCollector {
  private static final String ROOT = "/proc/sys";

  private final Host host;
  private final FileIndex index;

  SysctlCollector(Host host) {
    this.host = host;
    this.index = new FileIndex(host);
  }

  @Override
  public Collected collect(CollectionRequest request) {
    List<Item> items = new ArrayList<>();
    List<String> gaps = new ArrayList<>();
    Optional<List<String>> exact = request.exact("name");
    if (exact.isPresent()) {
      exact.get().forEach(name -> one(name, ROOT + "/" + swapped(name), items, gaps));
    } else {
      search(ROOT, request, items, gaps);
    }
    return FileCollector.withGaps(items, gaps);
  }

  private void search(
      String directory, CollectionRequest request, List<Item> items, List<String> gaps) {
    for (DirectoryEntry entry : index.files(directory)) {
      String path = FoundFile.join(directory, entry.name());
      String name = swapped(path.substring(ROOT.length() + 1));
      if (entry.type() == HostFile.Type.DIRECTORY) {
        search(path, request, items, gaps);
      } else if (request.accepts("name", name)) {
        one(name, path, items, gaps);
      }
    }
  }

  private void one(String name, String path, List<Item> items, List<String> gaps) {
    if (host.file(path) instanceof Reading.Read<HostFile>(HostFile file) && !file.has(0444)) {
      return;
    }
    switch (host.content(path)) {
      case Reading.Read<byte[]>(byte[] bytes) -> {
        Item.Draft draft = Item.draft("sysctl").text("name", name);
        TextFileContentCollector.decode(bytes)
            .lines()
            .forEach(line -> draft.text("value", line.strip()));
        items.add(draft.exists());
      }
      case Reading.Absent<byte[]> absent -> {}
      case Reading.Unreadable<byte[]>(String why) -> gaps.add(path + ": " + why);
    }
  }

  /// Dots and slashes change places, as interfaces may have dots in their names.
  static String swapped(String name) {
    return name.replace('.', '\0').replace('/', '.').replace('\0', '/');
  }
}
