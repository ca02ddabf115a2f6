package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.inspector.InspectorClient;
import tools.jackson.databind.JsonNode;

/// What this machine does, handed in by `assay scan /` and judged by Classic's rules package, as
/// the AWS SDK for Java shows it.
final class RuntimeSubmitTest {
  private static final int TELNET = 23;
  private static final String SELF = Long.toString(ProcessHandle.current().pid());

  @TempDir Path directory;

  @Test
  void a_telnet_port_of_this_process_is_a_finding_of_an_assessment_run() throws Exception {
    try (ServerSocket telnet = bound();
        ServedProcess served = ServedProcess.startPrepared(directory)) {
      assertThat(telnet.getLocalPort()).isEqualTo(TELNET);
      Path credentials = directory.resolve("admin-credentials");
      assertThat(submitted(served.url(), credentials, "--tag", "env=prod"))
          .containsPattern("this-machine: handed in what it does: \\d+ sockets that listen");
      try (InspectorClient client = new SdkClients(served.url(), credentials).classic()) {
        BehaviourRun run = BehaviourRun.of(client);
        assertThat(run.findings())
            .filteredOn(finding -> finding.id().equals("Insecure server protocols"))
            .filteredOn(finding -> BehaviourRun.value(finding, "PORT").equals("23"))
            .singleElement()
            .satisfies(
                finding -> {
                  assertThat(finding.severityAsString()).isEqualTo("Informational");
                  assertThat(finding.assetAttributes().agentId()).isEqualTo("this-machine");
                  assertThat(BehaviourRun.value(finding, "PROTOCOL")).isEqualTo("Telnet");
                  assertThat(BehaviourRun.value(finding, "PROCESS_ID")).isEqualTo(SELF);
                });
        assertThat(run.exclusions())
            .anyMatch(text -> text.startsWith("Unused listening TCP ports were not looked for"));
      }
    }
  }

  @Test
  void the_owner_of_a_host_can_keep_its_sockets_and_processes_to_himself() throws Exception {
    assumeTrue(Files.isDirectory(Path.of("/proc/1")), "there is no /proc");
    try (ServedProcess served = ServedProcess.startPrepared(directory)) {
      assertThat(submitted(served.url(), directory.resolve("admin-credentials"), "--no-runtime"))
          .contains("this-machine: handed in")
          .doesNotContain("what it does");
    }
  }

  @Test
  void the_inventory_command_shows_what_would_be_handed_in() throws Exception {
    assumeTrue(Files.isDirectory(Path.of("/proc/1")), "there is no /proc");
    try (ServerSocket server = new ServerSocket(0)) {
      Assay shown = Assay.run("inventory", "/", "--runtime");
      assertThat(shown.exitCode()).isZero();
      JsonNode runtime = shown.json().get("runtime");
      assertThat(runtime.get("kernel").asString()).isEqualTo(System.getProperty("os.version"));
      assertThat(runtime.get("listening"))
          .anySatisfy(
              socket -> {
                assertThat(socket.get("port").asInt()).isEqualTo(server.getLocalPort());
                assertThat(socket.get("processes").get(0).asString()).isEqualTo(SELF);
              });
    }
  }

  @Test
  void a_directory_does_nothing() {
    Assay refused = Assay.run("inventory", Assay.root("debian-12"), "--runtime");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("is no machine that runs");
  }

  /// Skips the test where others than root may not listen there, or somebody does.
  private static ServerSocket bound() {
    try {
      return new ServerSocket(TELNET);
    } catch (IOException denied) {
      assumeTrue(false, "port 23 cannot be listened on: " + denied.getMessage());
      throw new AssertionError(denied);
    }
  }

  private String submitted(String url, Path credentials, String... more) throws Exception {
    Path complaints = directory.resolve("complaints");
    ProcessBuilder scan =
        ServedProcess.forked(
            java.util.stream.Stream.concat(
                    java.util.stream.Stream.of(
                        "scan", "/", "--submit", url, "--resource", "this-machine"),
                    java.util.stream.Stream.of(more))
                .toArray(String[]::new));
    scan.environment().put("AWS_SHARED_CREDENTIALS_FILE", credentials.toString());
    scan.environment().put("AWS_DEFAULT_REGION", "eu-central-1");
    scan.redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(complaints.toFile())
        .start()
        .waitFor();
    return Files.readString(complaints);
  }
}
