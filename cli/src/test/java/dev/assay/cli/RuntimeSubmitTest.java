package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.inspector.InspectorClient;
import software.amazon.awssdk.services.inspector.model.AssessmentRun;
import software.amazon.awssdk.services.inspector.model.Attribute;
import software.amazon.awssdk.services.inspector.model.Finding;
import software.amazon.awssdk.services.inspector.model.ResourceGroupTag;
import tools.jackson.databind.JsonNode;

/// What this machine does, handed in by `assay scan /` and judged by Classic's rules package, as
/// the AWS SDK for Java shows it.
final class RuntimeSubmitTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
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
        String run = run(client);
        assertThat(findings(client, run))
            .filteredOn(finding -> finding.id().equals("Insecure server protocols"))
            .filteredOn(finding -> value(finding, "PORT").equals("23"))
            .singleElement()
            .satisfies(
                finding -> {
                  assertThat(finding.severityAsString()).isEqualTo("Informational");
                  assertThat(finding.assetAttributes().agentId()).isEqualTo("this-machine");
                  assertThat(value(finding, "PROTOCOL")).isEqualTo("Telnet");
                  assertThat(value(finding, "PROCESS_ID")).isEqualTo(SELF);
                });
        assertThat(exclusions(client, run))
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
    assertThat(refused.err()).contains("--runtime looks at this machine");
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

  private static String run(InspectorClient client) throws InterruptedException {
    String group =
        client
            .createResourceGroup(
                made ->
                    made.resourceGroupTags(
                        ResourceGroupTag.builder().key("env").value("prod").build()))
            .resourceGroupArn();
    String target =
        client
            .createAssessmentTarget(
                made -> made.assessmentTargetName("all").resourceGroupArn(group))
            .assessmentTargetArn();
    String rules = runtimeRules(client);
    String template =
        client
            .createAssessmentTemplate(
                made ->
                    made.assessmentTargetArn(target)
                        .assessmentTemplateName("behaviour")
                        .durationInSeconds(180)
                        .rulesPackageArns(rules))
            .assessmentTemplateArn();
    String arn =
        client.startAssessmentRun(run -> run.assessmentTemplateArn(template)).assessmentRunArn();
    Instant deadline = Instant.now().plus(PATIENCE);
    while (described(client, arn).completedAt() == null) {
      assertThat(Instant.now()).isBefore(deadline);
      Thread.sleep(100);
    }
    return arn;
  }

  private static String runtimeRules(InspectorClient client) {
    List<String> all = client.listRulesPackages(ask -> {}).rulesPackageArns();
    return client.describeRulesPackages(ask -> ask.rulesPackageArns(all)).rulesPackages().stream()
        .filter(rules -> rules.name().startsWith("Runtime Behavior"))
        .findFirst()
        .orElseThrow()
        .arn();
  }

  private static AssessmentRun described(InspectorClient client, String arn) {
    return client
        .describeAssessmentRuns(ask -> ask.assessmentRunArns(arn))
        .assessmentRuns()
        .getFirst();
  }

  private static List<Finding> findings(InspectorClient client, String run) {
    return client.listFindingsPaginator(ask -> ask.assessmentRunArns(run).maxResults(10)).stream()
        .filter(page -> !page.findingArns().isEmpty())
        .flatMap(
            page ->
                client
                    .describeFindings(ask -> ask.findingArns(page.findingArns()))
                    .findings()
                    .stream())
        .toList();
  }

  private static List<String> exclusions(InspectorClient client, String run) {
    List<String> arns = client.listExclusions(ask -> ask.assessmentRunArn(run)).exclusionArns();
    return client.describeExclusions(ask -> ask.exclusionArns(arns)).exclusions().values().stream()
        .map(exclusion -> exclusion.description())
        .toList();
  }

  private static String value(Finding finding, String key) {
    return finding.attributes().stream()
        .filter(attribute -> attribute.key().equals(key))
        .map(Attribute::value)
        .findFirst()
        .orElse("");
  }
}
