package dev.assay.agentless;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.agentless.HostCollector.Host;
import dev.assay.agentless.ssh.Credentials;
import dev.assay.agentless.ssh.SshAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who is let in, and whom we believe.
final class HostWaysTest {
  @TempDir Path directory;

  @Test
  void a_machine_known_by_another_kind_of_key_shows_that_one() throws Exception {
    try (LoopbackSshd sshd = LoopbackSshd.start(directory.resolve("sshd"))) {
      Ways.to(sshd).knownBy(sshd.knownHosts("ecdsa")).collected(small(sshd));
    }
  }

  @Test
  void a_machine_is_known_by_its_hashed_name() throws Exception {
    try (LoopbackSshd sshd = LoopbackSshd.start(directory.resolve("sshd"))) {
      Path known = sshd.knownHosts("ed25519");
      run("ssh-keygen", "-q", "-H", "-f", known.toString());
      assertThat(Files.readString(known)).startsWith("|1|");
      Ways.to(sshd).knownBy(known).collected(small(sshd));
    }
  }

  @Test
  void a_machine_that_is_not_known_is_refused_unless_any_is_accepted() throws Exception {
    try (LoopbackSshd sshd = LoopbackSshd.start(directory.resolve("sshd"))) {
      assertThat(Ways.to(sshd).knownBy().refusal(small(sshd)))
          .startsWith("The host was not read: its host key ")
          .endsWith(" is not in known_hosts.");
      Ways.to(sshd).knownBy().unchecked().collected(small(sshd));
    }
  }

  @Test
  void a_machine_with_another_key_than_the_known_one_is_refused() throws Exception {
    try (LoopbackSshd sshd = LoopbackSshd.start(directory.resolve("sshd"))) {
      String stranger = Files.readString(Path.of(sshd.identity() + ".pub"));
      Path known =
          Files.writeString(
              directory.resolve("known"), "[127.0.0.1]:" + sshd.port() + " " + stranger);
      assertThat(Ways.to(sshd).knownBy(known).refusal(small(sshd)))
          .contains("is not the one in known_hosts");
    }
  }

  @Test
  void a_revoked_host_key_is_refused_though_it_is_known() throws Exception {
    try (LoopbackSshd sshd = LoopbackSshd.start(directory.resolve("sshd"))) {
      Path known = sshd.knownHosts("ed25519");
      Path revoked =
          Files.writeString(directory.resolve("revoked"), "@revoked " + Files.readString(known));
      assertThat(Ways.to(sshd).knownBy(known, revoked).refusal(small(sshd))).contains("is revoked");
    }
  }

  @Test
  void a_key_that_is_not_let_in_is_told_of() throws Exception {
    try (LoopbackSshd sshd = LoopbackSshd.start(directory.resolve("sshd"))) {
      LoopbackSshd.key(directory.resolve("stranger"), "ed25519");
      Credentials stranger = Credentials.of(List.of(directory.resolve("stranger")), null);
      assertThat(Ways.to(sshd).showing(stranger).refusal(small(sshd)))
          .isEqualTo("The host was not read: it accepts none of the keys it was offered.");
      assertThat(
              Ways.to(sshd)
                  .showing(new Credentials(List.of(), List.of(), null))
                  .refusal(small(sshd)))
          .contains("there is neither a usable key file nor an ssh-agent");
    }
  }

  @Test
  void ssh_agent_signs_with_a_key_that_is_in_no_file() throws Exception {
    try (LoopbackSshd sshd = LoopbackSshd.start(directory.resolve("sshd"))) {
      Path socket = directory.resolve("agent");
      Process agent =
          new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString())
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve("agent.log").toFile())
              .start();
      try {
        while (!Files.exists(socket)) {
          TimeUnit.MILLISECONDS.sleep(20);
        }
        run("env", "SSH_AUTH_SOCK=" + socket, "ssh-add", "-q", sshd.identity().toString());
        Ways.to(sshd).showing(Credentials.of(List.of(), socket)).collected(small(sshd));
      } finally {
        agent.destroy();
      }
    }
  }

  @Test
  void a_host_is_reached_through_a_jump_host_that_allows_it() throws Exception {
    try (LoopbackSshd target = LoopbackSshd.start(directory.resolve("target"));
        LoopbackSshd open = LoopbackSshd.start(directory.resolve("open"));
        LoopbackSshd shut =
            LoopbackSshd.start(directory.resolve("shut"), "DisableForwarding yes")) {
      Ways ways =
          Ways.to(target)
              .knownBy(
                  target.knownHosts("ed25519"),
                  open.knownHosts("ed25519"),
                  shut.knownHosts("ed25519"))
              .showing(
                  Credentials.of(
                      List.of(target.identity(), open.identity(), shut.identity()), null));
      ways.through(jump(open)).collected(small(target));
      assertThat(ways.through(jump(shut)).refusal(small(target)))
          .startsWith("The host was not read: ");
      assertThat(
              ways.knownBy(target.knownHosts("ed25519")).through(jump(open)).refusal(small(target)))
          .startsWith("The host was not read: jump host [127.0.0.1]:" + open.port() + ": its host");
    }
  }

  private static SshAddress jump(LoopbackSshd sshd) {
    return SshAddress.parseJump("root@127.0.0.1:" + sshd.port());
  }

  /// A root with nothing in it, quickly read.
  private Host small(LoopbackSshd sshd) throws Exception {
    return sshd.host("root", Files.createDirectories(directory.resolve("small")).toString());
  }

  private static void run(String... words) throws Exception {
    assertThat(new ProcessBuilder(words).inheritIO().start().waitFor()).isZero();
  }
}
