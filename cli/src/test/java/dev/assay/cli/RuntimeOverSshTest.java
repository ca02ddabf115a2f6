package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.awsapi.assay.DescribeEvidenceRequest;
import dev.assay.awsapi.assay.DescribeEvidenceResponse;
import dev.assay.awsapi.assay.EvidencePart;
import dev.assay.awsapi.assay.EvidenceWay;
import dev.assay.awsapi.assay.KnownEvidence;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.inspector.InspectorClient;
import tools.jackson.databind.JsonNode;

/// What this machine does, seen over a real sshd and judged by Classic's rules package, as the AWS
/// SDK for Java shows it.
final class RuntimeOverSshTest {
  private static final int TELNET = 23;
  private static final String SELF = Long.toString(ProcessHandle.current().pid());
  private static final Path SLEEP = Path.of("/usr/bin/sleep");

  @TempDir Path directory;

  @Test
  void a_telnet_port_and_a_replaced_program_are_findings_of_a_host_reached_over_ssh()
      throws Exception {
    assumeTrue(Files.exists(SLEEP), "there is no " + SLEEP);
    Path program = Files.copy(SLEEP, directory.resolve("sleeper"));
    try (Sshd sshd = Sshd.start(directory.resolve("sshd"));
        ServerSocket telnet = bound();
        ServedProcess served = ServedProcess.startPrepared(directory.resolve("data"))) {
      Process running = new ProcessBuilder(program.toString(), "300").start();
      try {
        Files.delete(program);
        assertThat(submitted(sshd, served.url()))
            .contains("far-machine: handed in\n")
            .containsPattern("far-machine: handed in what it does: \\d+ sockets that listen");
        requireSamples(served.url());
        try (InspectorClient client = new SdkClients(served.url(), credentials()).classic()) {
          BehaviourRun run = BehaviourRun.of(client);
          assertThat(run.findings())
              .filteredOn(finding -> finding.id().equals("Insecure server protocols"))
              .filteredOn(finding -> BehaviourRun.value(finding, "PORT").equals("23"))
              .singleElement()
              .satisfies(
                  finding -> {
                    assertThat(finding.assetAttributes().agentId()).isEqualTo("far-machine");
                    assertThat(BehaviourRun.value(finding, "PROCESS_ID")).isEqualTo(SELF);
                  });
          assertThat(run.findings())
              .filteredOn(finding -> BehaviourRun.value(finding, "PROCESS_NAME").equals("sleeper"))
              .anySatisfy(
                  finding ->
                      assertThat(BehaviourRun.value(finding, "EXECUTABLE"))
                          .isEqualTo(program.toString()));
          assertThat(run.exclusions())
              .anyMatch(text -> text.startsWith("Unused listening TCP ports were not looked for"));
        }
        assertThat(telnet.getLocalPort()).isEqualTo(TELNET);
      } finally {
        running.destroyForcibly().waitFor();
      }
    }
  }

  @Test
  void the_inventory_command_shows_what_another_machine_does() throws Exception {
    try (Sshd sshd = Sshd.start(directory.resolve("sshd"));
        ServerSocket server = new ServerSocket(0)) {
      List<Object> words = new ArrayList<>(List.of("inventory", sshd.target(), "--runtime"));
      words.addAll(sshd.options());
      Assay shown = Assay.run(words.toArray());
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
  void the_owner_of_another_machine_can_keep_its_sockets_and_processes_to_himself()
      throws Exception {
    try (Sshd sshd = Sshd.start(directory.resolve("sshd"));
        ServedProcess served = ServedProcess.startPrepared(directory.resolve("data"))) {
      assertThat(submitted(sshd, served.url(), "--no-runtime"))
          .contains("far-machine: handed in")
          .doesNotContain("what it does");
    }
  }

  private void requireSamples(String url) throws Exception {
    assertThat(
            new EnrolledAgents(url, directory.resolve("data"))
                .own(
                    "DescribeEvidence",
                    new DescribeEvidenceRequest("far-machine"),
                    DescribeEvidenceResponse.class)
                .evidence())
        .extracting(KnownEvidence::part, KnownEvidence::way)
        .containsExactlyInAnyOrder(
            tuple(EvidencePart.PACKAGES, EvidenceWay.SSH),
            tuple(EvidencePart.RUNTIME, EvidenceWay.SSH));
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

  private Path credentials() {
    return directory.resolve("data").resolve("admin-credentials");
  }

  private String submitted(Sshd sshd, String url, String... more) throws Exception {
    List<String> words =
        new ArrayList<>(
            List.of(
                "scan",
                sshd.target(),
                "--submit",
                url,
                "--resource",
                "far-machine",
                "--tag",
                "env=prod"));
    words.addAll(sshd.options());
    words.addAll(List.of(more));
    Path complaints = directory.resolve("complaints");
    ProcessBuilder scan = ServedProcess.forked(words.toArray(String[]::new));
    scan.environment().put("AWS_SHARED_CREDENTIALS_FILE", credentials().toString());
    scan.environment().put("AWS_DEFAULT_REGION", "eu-central-1");
    scan.redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(complaints.toFile())
        .start()
        .waitFor();
    return Files.readString(complaints);
  }
}
