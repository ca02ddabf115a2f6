package dev.assay.scap.probe;

import dev.assay.scap.host.FileSystemSpace;
import dev.assay.scap.host.Host;
import dev.assay.scap.host.Reading;
import dev.assay.scap.oval.Collected;
import dev.assay.scap.oval.CollectionRequest;
import dev.assay.scap.oval.Flag;
import dev.assay.scap.oval.Item;
import dev.assay.scap.oval.ObjectCollector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `partition_object`: mounted file systems as `/proc/mounts` shows them, with their space in
/// blocks and, where udev links it in `/dev/disk/by-uuid`, their UUID.
final class PartitionCollector implements ObjectCollector {
  private static final String UUIDS = "/dev/disk/by-uuid";

  private final Host host;
  private final Map<String, String> uuids;

  PartitionCollector(Host host) {
    this.host = host;
    this.uuids = uuids(host);
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
                  .map(this::mounted)
                  .toList());
      case Reading.Absent<byte[]> absent -> Collected.all(List.of());
      case Reading.Unreadable<byte[]>(String why) ->
          Collected.none(Flag.ERROR, "/proc/mounts: " + why);
    };
  }

  private Item mounted(String[] fields) {
    Item.Draft draft = draft(fields, uuids.get(unescaped(fields[0])));
    switch (host.space(unescaped(fields[1]))) {
      case Reading.Read<FileSystemSpace>(FileSystemSpace space) ->
          draft
              .number("total_space", space.total())
              .number("space_used", space.used())
              .number("space_left", space.left());
      case Reading.Absent<FileSystemSpace> _, Reading.Unreadable<FileSystemSpace> _ ->
          List.of("total_space", "space_used", "space_left")
              .forEach(name -> draft.notCollected(name, "int"));
    }
    return draft.exists();
  }

  /// By device.
  private static Map<String, String> uuids(Host host) {
    Map<String, String> uuids = new HashMap<>();
    if (host.names(UUIDS) instanceof Reading.Read<List<String>>(List<String> names)) {
      for (String name : names) {
        if (host.resolve(UUIDS + "/" + name) instanceof Reading.Read<String>(String device)) {
          uuids.put(device, name);
        }
      }
    }
    return uuids;
  }

  static String mountPoint(String[] fields) {
    return unescaped(fields[1]);
  }

  static Item item(String[] fields) {
    return draft(fields, null).exists();
  }

  private static Item.Draft draft(String[] fields, @Nullable String uuid) {
    Item.Draft draft =
        Item.draft("partition")
            .text("mount_point", unescaped(fields[1]))
            .text("device", unescaped(fields[0]));
    if (uuid != null) {
      draft.text("uuid", uuid);
    }
    draft.text("fs_type", fields[2]);
    List.of(fields[3].split(",")).forEach(option -> draft.text("mount_options", option));
    return draft;
  }

  private static String unescaped(String field) {
    return field.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\");
  }
}
