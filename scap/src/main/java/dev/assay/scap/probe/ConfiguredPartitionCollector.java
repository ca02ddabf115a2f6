package dev.assay.scap.probe;

import dev.assay.scap.host.Host;
import dev.assay.scap.host.Reading;
import dev.assay.scap.oval.Collected;
import dev.assay.scap.oval.CollectionRequest;
import dev.assay.scap.oval.Flag;
import dev.assay.scap.oval.Item;
import dev.assay.scap.oval.ObjectCollector;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// `partition_object` on a host that is not running: what `/etc/fstab` mounts. What it does not
/// name may still be mounted, by a unit or by the image.
final class ConfiguredPartitionCollector implements ObjectCollector {
  private static final String FILE = "/etc/fstab";
  private static final int FIELDS = 4;
  private static final String NOTE =
      "Judged by configuration, as the host is not running: what /etc/fstab mounts.";
  private static final String NOT_NAMED =
      "The host is not running, and its /etc/fstab does not name the mount point.";

  private final Host host;

  ConfiguredPartitionCollector(Host host) {
    this.host = host;
  }

  @Override
  public Collected collect(CollectionRequest request) {
    List<Item> items = new ArrayList<>();
    Set<String> named = new HashSet<>();
    if (host.content(FILE) instanceof Reading.Read<byte[]>(byte[] bytes)) {
      TextFileContentCollector.decode(bytes)
          .lines()
          .map(String::strip)
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\\s+"))
          .filter(fields -> fields.length >= FIELDS)
          .filter(fields -> request.accepts("mount_point", PartitionCollector.mountPoint(fields)))
          .forEach(
              fields -> {
                items.add(PartitionCollector.item(fields));
                named.add(PartitionCollector.mountPoint(fields));
              });
    }
    boolean all = request.exact("mount_point").filter(named::containsAll).isPresent();
    if (all) {
      return new Collected(Flag.COMPLETE, items, NOTE);
    }
    return new Collected(items.isEmpty() ? Flag.NOT_COLLECTED : Flag.INCOMPLETE, items, NOT_NAMED);
  }
}
