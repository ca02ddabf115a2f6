package dev.assay.agentless;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.agentless.HostCollector.Host;
import dev.assay.agentless.ssh.Bandwidth;
import dev.assay.agentless.ssh.Credentials;
import dev.assay.agentless.ssh.HostKeys;
import dev.assay.agentless.ssh.SshAddress;
import dev.assay.agentless.ssh.SshDoor;
import dev.assay.agentless.ssh.SshSettings;
import dev.assay.agentless.ssh.SshSettings.HostKeyPolicy;
import dev.assay.agentless.ssh.SshSettings.Sudo;
import dev.assay.inventory.InventoryReader;
import dev.assay.inventory.tree.DirectoryTree;
import dev.assay.model.Inventory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HostCollectorTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path directory;

  @Test
  void this_machine_over_ssh_is_what_it_is_when_read_here() throws Exception {
    try (LoopbackSshd sshd = LoopbackSshd.start(directory.resolve("sshd"))) {
      Host host = sshd.host("root", "/");
      Inventory there = collected(settings(sshd, "ed25519"), host).inventory();
      Inventory here =
          InventoryReader.standard().read(DirectoryTree.at(Path.of("/")), host.target());
      assertThat(here.packages()).isNotEmpty();
      assertThat(there).isEqualTo(here);
    }
  }

  @Test
  void a_machine_known_by_another_kind_of_key_shows_that_one() throws Exception {
    try (LoopbackSshd sshd = LoopbackSshd.start(directory.resolve("sshd"))) {
      assertThat(collected(settings(sshd, "ecdsa"), sshd.host("root", "/")))
          .isInstanceOf(HostResult.Collected.class);
    }
  }

  @Test
  void a_machine_that_is_not_known_is_refused() throws Exception {
    try (LoopbackSshd sshd = LoopbackSshd.start(directory.resolve("sshd"))) {
      SshSettings settings =
          settings(
              sshd, new HostKeyPolicy.Known(HostKeys.read(List.of(directory.resolve("none")))));
      assertThat(why(settings, sshd.host("root", "/")))
          .startsWith("The host was not read: its host key ")
          .endsWith(" is not in known_hosts.");
    }
  }

  @Test
  void a_machine_with_another_key_than_the_known_one_is_refused() throws Exception {
    try (LoopbackSshd sshd = LoopbackSshd.start(directory.resolve("sshd"))) {
      Path known =
          Files.writeString(
              directory.resolve("known"),
              "[127.0.0.1]:" + sshd.port() + " " + Files.readString(pub(sshd.identity())));
      assertThat(
              why(
                  settings(sshd, new HostKeyPolicy.Known(HostKeys.read(List.of(known)))),
                  sshd.host("root", "/")))
          .contains("is not the one in known_hosts");
    }
  }

  @Test
  void a_key_that_is_not_let_in_is_told_of() throws Exception {
    try (LoopbackSshd sshd = LoopbackSshd.start(directory.resolve("sshd"))) {
      LoopbackSshd.key(directory.resolve("stranger"), "ed25519");
      SshSettings settings =
          with(
              settings(sshd, "ed25519"),
              Credentials.of(List.of(directory.resolve("stranger")), null));
      assertThat(why(settings, sshd.host("root", "/")))
          .isEqualTo("The host was not read: it accepts none of the keys it was offered.");
    }
  }

  @Test
  void every_failed_host_has_its_reason_and_the_others_are_read() throws Exception {
    try (LoopbackSshd sshd = LoopbackSshd.start(directory.resolve("sshd"))) {
      Host closed = new Host("closed", SshAddress.parse("ssh://127.0.0.1:1/"));
      Host nameless = new Host("nameless", SshAddress.parse("ssh://no-such-host.invalid/"));
      Host missing = sshd.host("root", "/no/such/root");
      List<HostResult> results =
          collect(
              settings(sshd, "ed25519"),
              List.of(closed, sshd.host("root", "/"), nameless, missing));
      assertThat(results.get(0).inventory().notEvaluated().getFirst().why())
          .isEqualTo("The host was not read: the connection was refused.");
      assertThat(results.get(1)).isInstanceOf(HostResult.Collected.class);
      assertThat(results.get(2).inventory().notEvaluated().getFirst().why())
          .isEqualTo("The host was not read: its name cannot be resolved.");
      assertThat(results.get(3).inventory().notEvaluated().getFirst().why())
          .isEqualTo("The host was not read: there is no /no/such/root that may be read.");
    }
  }

  private static Path pub(Path key) {
    return key.resolveSibling(key.getFileName() + ".pub");
  }

  private static SshSettings settings(LoopbackSshd sshd, String kind) throws Exception {
    return settings(sshd, new HostKeyPolicy.Known(HostKeys.read(List.of(sshd.knownHosts(kind)))));
  }

  private static SshSettings settings(LoopbackSshd sshd, HostKeyPolicy policy) throws Exception {
    return new SshSettings(
        policy,
        Credentials.of(List.of(sshd.identity()), null),
        "root",
        List.of(),
        Sudo.NEVER,
        Bandwidth.of(0),
        PATIENCE);
  }

  private static SshSettings with(SshSettings settings, Credentials credentials) {
    return new SshSettings(
        settings.hostKeys(),
        credentials,
        settings.user(),
        settings.jumps(),
        settings.sudo(),
        settings.bandwidth(),
        settings.patience());
  }

  private static String why(SshSettings settings, Host host) throws Exception {
    HostResult result = collected(settings, host);
    assertThat(result).isInstanceOf(HostResult.Failed.class);
    return result.inventory().notEvaluated().getFirst().why();
  }

  private static HostResult collected(SshSettings settings, Host host) throws Exception {
    return collect(settings, List.of(host)).getFirst();
  }

  private static List<HostResult> collect(SshSettings settings, List<Host> hosts) throws Exception {
    try (SshDoor door = new SshDoor(settings)) {
      return new HostCollector(door, 4, Duration.ofMinutes(5)).collect(hosts);
    }
  }
}
