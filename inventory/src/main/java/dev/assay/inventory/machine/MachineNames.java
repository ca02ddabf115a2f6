package dev.assay.inventory.machine;

import dev.assay.inventory.tree.FileTree;
import dev.assay.inventory.tree.Lookup;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// What is the same of a machine in whichever way it is reached. An address of the network is not:
/// it is somebody else's tomorrow.
///
/// @param machineId of machine-id(5); not for other eyes than the machine's, so it is hashed
///     before it goes anywhere
/// @param instanceId of EC2, or of a managed instance
public record MachineNames(
    Optional<String> machineId, Optional<String> instanceId, Optional<String> hostName) {
  /// A machine of which nothing is known.
  public static final MachineNames NONE =
      new MachineNames(Optional.empty(), Optional.empty(), Optional.empty());

  private static final Pattern MACHINE = Pattern.compile("[a-f0-9]{16,64}");
  private static final Pattern INSTANCE = Pattern.compile("m?i-[a-f0-9]{8,17}");
  private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9._-]{1,253}");
  private static final int LARGEST = 4096;

  /// Whether a tree is a running machine's `/`, or a root that lies somewhere.
  public enum State {
    RUNNING,
    AT_REST
  }

  /// Reads them from a machine's files; what cannot be read is not known. Links are followed inside
  /// the tree: another machine's must not tell of this one.
  public static MachineNames of(FileTree tree, State state) {
    Reader reader = new Reader(tree, state == State.RUNNING);
    // An image that makes its id at the first start holds none, or the word `uninitialized`.
    return new MachineNames(
        reader.first(MACHINE, "etc/machine-id", "var/lib/dbus/machine-id"),
        reader
            .first(INSTANCE, "var/lib/cloud/data/instance-id")
            .or(() -> reader.firstWhileRunning(INSTANCE, "sys/class/dmi/id/board_asset_tag")),
        reader
            .firstWhileRunning(HOST_NAME, "proc/sys/kernel/hostname")
            .or(() -> reader.first(HOST_NAME, "etc/hostname")));
  }

  private record Reader(FileTree tree, boolean running) {
    Optional<String> firstWhileRunning(Pattern form, String file) {
      return running ? first(form, file) : Optional.empty();
    }

    Optional<String> first(Pattern form, String... files) {
      for (String file : files) {
        Optional<String> line = line(file).filter(text -> form.matcher(text).matches());
        if (line.isPresent()) {
          return line;
        }
      }
      return Optional.empty();
    }

    private Optional<String> line(String file) {
      return tree.head(file, LARGEST) instanceof Lookup.Found<byte[]>(byte[] content)
          ? new String(content, StandardCharsets.UTF_8).lines().map(String::strip).findFirst()
          : Optional.empty();
    }
  }
}
