package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What is said of hosts that are not reached. Those that are, the module agentless tests.
final class ScanHostsTest {
  /// Nobody listens there.
  private static final String CLOSED = "ssh://root@127.0.0.1:1/";

  @TempDir Path directory;

  @Test
  void a_host_that_is_not_reached_is_not_evaluated_and_the_others_are() {
    Assay scan = Assay.run("scan", CLOSED, Assay.root("debian-12"), "--format", "json");
    JsonNode targets = scan.json();
    assertThat(targets.at("/0/resource/id").asString()).isEqualTo(CLOSED);
    assertThat(targets.at("/0/findings")).isEmpty();
    assertThat(targets.at("/0/notEvaluated").toString())
        .contains("The host was not read: the connection was refused.");
    assertThat(targets.at("/1/findings")).isNotEmpty();
    assertThat(scan.exitCode()).isEqualTo(ExitCode.NOT_EVALUATED.number());
    assertThat(scan.err()).isEmpty();
  }

  @Test
  void offline_no_host_is_asked() {
    assertThat(Assay.run("inventory", CLOSED, "--offline").err().strip())
        .isEqualTo("assay: target " + CLOSED + " cannot be read with --offline");
  }

  @Test
  void a_password_in_an_address_is_refused_and_not_repeated() {
    Assay scan = Assay.run("scan", "ssh://root:secret@example.org/");
    assertThat(scan.exitCode()).isEqualTo(ExitCode.USAGE.number());
    assertThat(scan.err()).contains("a password is never taken from an address");
    assertThat(scan.err()).doesNotContain("secret");
  }

  @Test
  void a_key_file_that_holds_no_key_is_named() throws Exception {
    Path key = Files.writeString(directory.resolve("key"), "no key");
    Assay scan = Assay.run("scan", CLOSED, "-i", key);
    assertThat(scan.exitCode()).isEqualTo(ExitCode.USAGE.number());
    assertThat(scan.err()).contains("--identity: " + key + " holds no private key");
  }

  @Test
  void hosts_known_by_nothing_are_a_mistake_where_a_file_was_named() {
    Assay scan = Assay.run("scan", CLOSED, "--known-hosts", directory.resolve("none"));
    assertThat(scan.err()).contains("none does not exist");
    assertThat(scan.exitCode()).isEqualTo(ExitCode.USAGE.number());
  }
}
