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

/// `selinuxboolean_object`: booleans of the loaded policy. Without SELinux there are none.
final class SelinuxBooleanCollector implements ObjectCollector {
  private static final String ROOT = "/sys/fs/selinux/booleans";

  private final Host host;

  SelinuxBooleanCollector(Host host) {
    this.host = host;
  }

  @Override
  public Collected collect(CollectionRequest request) {
    return switch (host.names(ROOT)) {
      case Reading.Read<List<String>>(List<String> names) -> {
        List<Item> items = new ArrayList<>();
        List<String> gaps = new ArrayList<>();
        names.stream()
            .filter(name -> request.accepts("name", name))
            .forEach(name -> one(name, items, gaps));
        yield FileCollector.withGaps(items, gaps);
      }
      case Reading.Absent<List<String>> absent -> Collected.all(List.of());
      case Reading.Unreadable<List<String>>(String why) ->
          Collected.none(Flag.ERROR, ROOT + ": " + why);
    };
  }

  private void one(String name, List<Item> items, List<String> gaps) {
    String file = ROOT + "/" + name;
    switch (host.content(file)) {
      case Reading.Read<byte[]>(byte[] bytes) -> {
        String[] now = TextFileContentCollector.decode(bytes).strip().split(" ");
        items.add(
            Item.draft("selinuxboolean")
                .text("name", name)
                .bool("current_status", now[0].equals("1"))
                .bool("pending_status", now[now.length - 1].equals("1"))
                .exists());
      }
      case Reading.Absent<byte[]> absent -> {}
      case Reading.Unreadable<byte[]>(String why) -> gaps.add(file + ": " + why);
    }
  }
}
