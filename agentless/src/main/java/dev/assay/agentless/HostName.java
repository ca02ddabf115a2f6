package dev.assay.agentless;

import dev.assay.inventory.tree.FileTree;
import dev.assay.inventory.tree.Lookup;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The name of a host that is the same in whichever way it is reached: the id of its instance,
/// else its host name. An address of the network is none: it is somebody else's tomorrow.
///
/// @param value empty where the host has no name of its own
public record HostName(Optional<String> value) {
  private static final Pattern INSTANCE = Pattern.compile("m?i-[a-f0-9]{8,17}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,253}");
  private static final String CLOUD_INIT = "var/lib/cloud/data/instance-id";
  private static final String HOST_NAME = "etc/hostname";
  private static final int LARGEST = 4096;

  /// Whether the tree is a running machine's `/` or a root that lies somewhere.
  public enum State {
    RUNNING,
    AT_REST
  }

  /// Reads the name from a host's files.
  public static HostName of(FileTree tree, State state) {
    return new HostName(
        switch (state) {
          case RUNNING ->
              first(tree, INSTANCE, CLOUD_INIT, "sys/class/dmi/id/board_asset_tag")
                  .or(() -> first(tree, NAME, "proc/sys/kernel/hostname", HOST_NAME));
          // What is mounted on its /proc and /sys would be of the machine that reads it.
          case AT_REST -> first(tree, INSTANCE, CLOUD_INIT).or(() -> first(tree, NAME, HOST_NAME));
        });
  }

  private static Optional<String> first(FileTree tree, Pattern form, String... files) {
    return List.of(files).stream()
        .flatMap(file -> line(tree, file).stream())
        .filter(line -> form.matcher(line).matches())
        .findFirst();
  }

  /// What cannot be read is not known.
  private static Optional<String> line(FileTree tree, String file) {
    return tree.read(file, LARGEST) instanceof Lookup.Found<byte[]> found
        ? new String(found.value(), StandardCharsets.UTF_8).lines().map(String::strip).findFirst()
        : Optional.empty();
  }
}
