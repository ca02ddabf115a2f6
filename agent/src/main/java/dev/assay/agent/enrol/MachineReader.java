package dev.assay.agent.enrol;

import dev.assay.agent.state.MachineIdentity;
import dev.assay.agent.state.Sha256;
import dev.assay.agent.state.StateDirectory;
import dev.assay.awsapi.assay.Machine;
import dev.assay.awsapi.assay.MachineTraits;
import dev.assay.inventory.machine.MachineNames;
import dev.assay.inventory.tree.DirectoryTree;
import dev.assay.inventory.tree.FileTree;
import dev.assay.inventory.tree.Lookup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads what a machine is called and what tells it from others. Ids leave the machine hashed, so
/// that they cannot be brought together with what other programs tell of it.
public final class MachineReader {
  private static final int LONGEST_LINE = 256;
  private static final int LARGEST = 64 * 1024;

  private final Path root;
  private final Optional<FileTree> files;
  private final MachineNames names;

  /// A reader of a file system, `/` for the machine itself.
  public MachineReader(Path root) {
    this.root = root;
    this.files = tree(root);
    this.names = files.map(tree -> MachineNames.of(tree, state())).orElse(MachineNames.NONE);
  }

  /// What tells this machine from others.
  ///
  /// @param directory gives an id where the machine has none
  public MachineIdentity identity(StateDirectory directory) throws IOException {
    Optional<String> own = names.machineId();
    return new MachineIdentity(
        hashed(own.isPresent() ? own.get() : directory.machineId()),
        isLive()
            ? line("sys/class/dmi/id/product_uuid").map(MachineReader::hashed).orElse(null)
            : null,
        names.instanceId().orElse(null));
  }

  /// What the service is told of the machine.
  public Machine machine(MachineIdentity identity) {
    return Machine.builder()
        .machineId(identity.machineId())
        .instanceId(identity.instanceId())
        .hostName(hostName())
        .operatingSystem(operatingSystem())
        .kernel(kernel())
        .build();
  }

  /// What a service is told of a machine that has no agent's directory; empty where nothing tells
  /// it from others.
  public static Optional<MachineTraits> traits(MachineNames names) {
    MachineTraits traits =
        MachineTraits.builder()
            .machineId(names.machineId().map(MachineReader::hashed).orElse(null))
            .instanceId(names.instanceId().orElse(null))
            .hostName(names.hostName().orElse(null))
            .build();
    return Optional.of(traits).filter(read -> !names.equals(MachineNames.NONE));
  }

  /// Whether the file system is the machine's own.
  public boolean isLive() {
    return root.toAbsolutePath().normalize().getParent() == null;
  }

  private MachineNames.State state() {
    return isLive() ? MachineNames.State.RUNNING : MachineNames.State.AT_REST;
  }

  /// Null where it does not run.
  public @Nullable String kernel() {
    return isLive() ? line("proc/sys/kernel/osrelease").orElse(null) : null;
  }

  /// Null where it has none.
  public @Nullable String hostName() {
    return names.hostName().orElse(null);
  }

  private @Nullable String operatingSystem() {
    return text("etc/os-release")
        .or(() -> text("usr/lib/os-release"))
        .flatMap(
            release -> release.lines().filter(line -> line.startsWith("PRETTY_NAME=")).findFirst())
        .map(line -> line.substring("PRETTY_NAME=".length()).replace("\"", "").strip())
        .filter(name -> !name.isEmpty() && name.length() <= LONGEST_LINE)
        .orElse(null);
  }

  private Optional<String> line(String file) {
    return text(file)
        .flatMap(text -> text.lines().findFirst())
        .map(String::strip)
        .filter(line -> !line.isEmpty() && line.length() <= LONGEST_LINE);
  }

  /// What cannot be read is not known: an agent without privileges may not read all of it. Links
  /// are followed inside the root: another machine's must not tell of this one.
  private Optional<String> text(String file) {
    return files
        .map(tree -> tree.head(file, LARGEST))
        .flatMap(
            read ->
                read instanceof Lookup.Found<byte[]>(byte[] content)
                    ? Optional.of(new String(content, StandardCharsets.UTF_8))
                    : Optional.empty());
  }

  private static Optional<FileTree> tree(Path root) {
    try {
      return Files.isDirectory(root) ? Optional.of(DirectoryTree.at(root)) : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static String hashed(String id) {
    return Sha256.hex(("assay machine " + id).getBytes(StandardCharsets.UTF_8)).substring(0, 32);
  }
}
