package dev.assay.agent.enrol;

import dev.assay.agent.state.MachineIdentity;
import dev.assay.agent.state.Sha256;
import dev.assay.agent.state.StateDirectory;
import dev.assay.awsapi.assay.Machine;
import dev.assay.awsapi.assay.MachineTraits;
import dev.assay.inventory.tree.DirectoryTree;
import dev.assay.inventory.tree.FileTree;
import dev.assay.inventory.tree.Lookup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what a machine is called and what tells it from others. Ids leave the machine hashed, so
/// that they cannot be brought together with what other programs tell of it.
public final class MachineReader {
  private static final Pattern MACHINE = Pattern.compile("[a-f0-9]{16,64}");
  private static final Pattern INSTANCE = Pattern.compile("m?i-[a-f0-9]{8,17}");
  private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9._-]{1,253}");
  private static final int LONGEST_LINE = 256;
  private static final int LARGEST = 64 * 1024;

  private final Path root;
  private final Optional<FileTree> files;

  /// A reader of a file system, `/` for the machine itself.
  public MachineReader(Path root) {
    this.root = root;
    this.files = tree(root);
  }

  /// What tells this machine from others.
  ///
  /// @param directory gives an id where the machine has none
  public MachineIdentity identity(StateDirectory directory) throws IOException {
    Optional<String> own = machineId();
    return new MachineIdentity(
        hashed(own.isPresent() ? own.get() : directory.machineId()),
        isLive()
            ? line("sys/class/dmi/id/product_uuid").map(MachineReader::hashed).orElse(null)
            : null,
        instanceId());
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

  /// What tells this machine from others without an agent's directory; empty where nothing does.
  public Optional<MachineTraits> traits() {
    MachineTraits traits =
        MachineTraits.builder()
            .machineId(machineId().map(MachineReader::hashed).orElse(null))
            .instanceId(instanceId())
            .hostName(hostName())
            .build();
    return Optional.of(traits).filter(read -> !read.equals(MachineTraits.builder().build()));
  }

  /// An image that makes its id at the first start holds none, or the word `uninitialized`.
  private Optional<String> machineId() {
    return line("etc/machine-id")
        .or(() -> line("var/lib/dbus/machine-id"))
        .filter(id -> MACHINE.matcher(id).matches());
  }

  /// Whether the file system is the machine's own.
  public boolean isLive() {
    return root.toAbsolutePath().normalize().getParent() == null;
  }

  public @Nullable String kernel() {
    return isLive() ? line("proc/sys/kernel/osrelease").orElse(null) : null;
  }

  private @Nullable String instanceId() {
    return line("var/lib/cloud/data/instance-id")
        .or(() -> isLive() ? line("sys/class/dmi/id/board_asset_tag") : Optional.empty())
        .filter(id -> INSTANCE.matcher(id).matches())
        .orElse(null);
  }

  public @Nullable String hostName() {
    return (isLive() ? line("proc/sys/kernel/hostname") : Optional.<String>empty())
        .or(() -> line("etc/hostname"))
        .filter(name -> HOST_NAME.matcher(name).matches())
        .orElse(null);
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
