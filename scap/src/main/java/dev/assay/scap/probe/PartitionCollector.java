package dev.assay.scap.probe;

import dev.assay.scap.host.Host;
import dev.assay.scap.host.Reading;
import dev.assay.scap.oval.Collected;
import dev.assay.scap.oval.CollectionRequest;
import dev.assay.scap.oval.Flag;
import dev.assay.scap.oval.Item;
import dev.assay.scap.oval.ObjectCollector;
import java.util.List;

/// `partition_object`: mounted file systems as `/proc/mounts` shows them. What only `statvfs`
/// knows (space, uuid) is not collected.
final class PartitionCollector implements ObjectCollector {
  private final Host host;

  PartitionCollector(Host host) {
    this.host = host;
  }

  @Override
  public Collected collect(CollectionRequest request) {
    return switch (host.content("/proc/mounts")) {
      case Reading.Read<byte[]>(byte[] bytes) ->
          Collected.all(
              TextFileContentCollector.decode(bytes)
                  .lines()
                  .map(line -> line.split(" "))
                  .filter(fields -> fields.length > 3)
                  .filter(fields -> request.accepts("mount_point", unescaped(fields[1])))
                  .map(PartitionCollector::item)
                  .toList());
      case Reading.Absent<byte[]> absent -> Collected.all(List.of());
      case Reading.Unreadable<byte[]>(String why) ->
          Collected.none(Flag.ERROR, "/proc/mounts: " + why);
    };
  }

  static String mountPoint(String[] fields) {
    return unescaped(fields[1]);
  }

  static Item item(String[] fields) {
    Item.Draft draft =
        Item.draft("partition")
            .text("mount_point", unescaped(fields[1]))
            .text("device", unescaped(fields[0]))
            .text("fs_type", fields[2]);
    List.of(fields[3].split(",")).forEach(option -> draft.text("mount_options", option));
    return draft.exists();
  }

  private static String unescaped(String field) {
    return field.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\");
  }
}
