package dev.assay.agentless;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.agentless.HostCollector.Host;
import dev.assay.agentless.ssh.SshAddress;
import dev.assay.inventory.InventoryReader;
import dev.assay.inventory.machine.MachineNames;
import dev.assay.inventory.tree.DirectoryTree;
import dev.assay.model.Inventory;
import dev.assay.model.Kernel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HostCollectorTest {
  /// Files are read with the rights of nobody, commands run with those of root, who may use sudo.
  private static final String SFTP_OF_NOBODY =
      "Subsystem sftp /usr/bin/setpriv --reuid=65534 --regid=65534 --clear-groups"
          + " /usr/lib/openssh/sftp-server";

  @TempDir Path directory;

  @Test
  void this_machine_over_ssh_is_what_it_is_when_read_here() throws Exception {
    try (LoopbackSshd sshd = LoopbackSshd.start(directory.resolve("sshd"))) {
      Host host = sshd.host("root", "/");
      HostResult.Collected there = Ways.to(sshd).collected(host);
      DirectoryTree tree = DirectoryTree.at(Path.of("/"));
      Inventory here = InventoryReader.standard().read(tree, host.target());
      assertThat(here.packages()).isNotEmpty();
      assertThat(here.kernel()).isInstanceOf(Kernel.Running.class);
      assertThat(there.inventory()).isEqualTo(here);
      assertThat(there.names()).isEqualTo(MachineNames.of(tree, MachineNames.State.RUNNING));
      assertThat(there.names().hostName()).isPresent();
    }
  }

  @Test
  void every_failed_host_has_its_reason_and_the_others_are_read() throws Exception {
    try (LoopbackSshd sshd = LoopbackSshd.start(directory.resolve("sshd"))) {
      List<HostResult> results =
          Ways.to(sshd)
              .collect(
                  new Host("closed", SshAddress.parse("ssh://127.0.0.1:1/")),
                  sshd.host("root", "/"),
                  new Host("nameless", SshAddress.parse("ssh://no-such-host.invalid/")),
                  sshd.host("root", "/no/such/root"));
      assertThat(results.get(0).inventory().notEvaluated().getFirst().why())
          .isEqualTo("The host was not read: the connection was refused.");
      assertThat(results.get(1)).isInstanceOf(HostResult.Collected.class);
      assertThat(results.get(2).inventory().notEvaluated().getFirst().why())
          .isEqualTo("The host was not read: its name cannot be resolved.");
      assertThat(results.get(3).inventory().notEvaluated().getFirst().why())
          .isEqualTo("The host was not read: there is no /no/such/root that may be read.");
    }
  }

  @Test
  void a_host_that_takes_too_long_is_given_up_whole() throws Exception {
    try (LoopbackSshd sshd = LoopbackSshd.start(directory.resolve("sshd"))) {
      assertThat(Ways.to(sshd).slowly(2048, Duration.ofSeconds(2)).refusal(sshd.host("root", "/")))
          .isEqualTo("The host was not read: it took longer than 2 seconds.");
    }
  }

  @Test
  void what_the_user_may_not_read_is_a_gap_unless_sudo_is_allowed() throws Exception {
    Assumptions.assumeTrue(Files.exists(Path.of("/usr/bin/sudo")), "sudo is not installed");
    Path root = root();
    try (LoopbackSshd sshd = LoopbackSshd.start(directory.resolve("sshd"), SFTP_OF_NOBODY)) {
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
      Host host = sshd.host("root", root.toString());
      Inventory denied = Ways.to(sshd).collected(host).inventory();
      assertThat(denied.packages()).isEmpty();
      assertThat(denied.notEvaluated().toString()).contains("Permission denied.");
      assertThat(Ways.to(sshd).withSudo().collected(host).inventory())
          .isEqualTo(InventoryReader.standard().read(DirectoryTree.at(root), host.target()));
    }
  }

  @Test
  void a_server_without_sftp_is_told_of() throws Exception {
    try (LoopbackSshd sshd =
        LoopbackSshd.start(directory.resolve("sshd"), "Subsystem sftp /bin/false")) {
      assertThat(Ways.to(sshd).refusal(sshd.host("root", "/"))).contains("offers no SFTP");
    }
  }

  /// A root whose package database only its owner may read.
  private Path root() throws Exception {
    Path root = directory.resolve("it's a root");
    Files.createDirectories(root.resolve("etc"));
    Files.createDirectories(root.resolve("usr/lib"));
    Files.writeString(
        root.resolve("usr/lib/os-release"), "ID=debian\nVERSION_ID=\"12\"\nPRETTY_NAME=Debian\n");
    Files.createSymbolicLink(root.resolve("etc/os-release"), Path.of("/usr/lib/os-release"));
    Path database = Files.createDirectories(root.resolve("var/lib/dpkg"));
    Files.createDirectories(database.resolve("updates"));
    Files.writeString(
        database.resolve("status"),
        """
        Package: zlib1g
        Status: install ok installed
        Architecture: amd64
        Source: zlib
        Version: 1:1.2.13.dfsg-1
        """);
    Files.setPosixFilePermissions(database, PosixFilePermissions.fromString("rwx------"));
    return root;
  }
}
