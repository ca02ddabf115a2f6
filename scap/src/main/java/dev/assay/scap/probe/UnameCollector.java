package dev.assay.scap.probe;

import dev.assay.scap.host.Host;
import dev.assay.scap.host.Reading;
import dev.assay.scap.oval.Collected;
import dev.assay.scap.oval.CollectionRequest;
import dev.assay.scap.oval.Flag;
import dev.assay.scap.oval.Item;
import dev.assay.scap.oval.ObjectCollector;
import java.util.List;

/// `uname_object`: what `uname(2)` says, read where the kernel shows it as files.
final class UnameCollector implements ObjectCollector {
  private static final String KERNEL = "/proc/sys/kernel/";

  private final Host host;

  UnameCollector(Host host) {
    this.host = host;
  }

  @Override
  public Collected collect(CollectionRequest request) {
    if (!(host.content(KERNEL + "ostype") instanceof Reading.Read<byte[]>)) {
      return Collected.none(Flag.NOT_COLLECTED, KERNEL + "ostype cannot be read.");
    }
    Item.Draft draft = Item.draft("uname");
    add(draft, "machine_class", "arch");
    add(draft, "node_name", "hostname");
    add(draft, "os_name", "ostype");
    add(draft, "os_release", "osrelease");
    add(draft, "os_version", "version");
    add(draft, "processor_type", "arch");
    return Collected.all(List.of(draft.exists()));
  }

  private void add(Item.Draft draft, String field, String file) {
    if (host.content(KERNEL + file) instanceof Reading.Read<byte[]>(byte[] bytes)) {
      draft.text(field, TextFileContentCollector.decode(bytes).strip());
    } else {
      draft.notCollected(field);
    }
  }
}
