package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.inspector.InspectorClient;
import software.amazon.awssdk.services.inspector.model.Finding;
import software.amazon.awssdk.services.inspector.model.ResourceGroupTag;

/// `assay cis --submit` against a service in a process of its own.
final class CisSubmitTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path directory;
  private final List<ServedProcess> servers = new ArrayList<>();

  @BeforeEach
  void writeContentAndTree() throws IOException {
    Files.writeString(
        directory.resolve("ds.xml"),
        CisCommandTest.CONTENT.replace(
            "<title>Base</title>", "<title>CIS Benchmark for Level 1 - Server</title>"));
    Files.createDirectories(directory.resolve("tree/etc/ssh"));
    Files.writeString(
        directory.resolve("tree/etc/ssh/sshd_config"), "Port 22\nPermitRootLogin yes\n");
  }

  @AfterEach
  void end() {
    servers.forEach(ServedProcess::close);
  }

  @Test
  void hands_a_benchmark_in_and_is_told_how_many_scans_it_answered() throws Exception {
    Said said = cis(serve(), "base");

    assertThat(said.complaints)
        .contains("assay: web-1.example: handed in; scans that waited for it: 0");
    assertThat(said.exitCode).isZero();
  }

  /// Best practices have no level, and are a rules package of Classic's.
  @Test
  void best_practices_handed_in_are_findings_and_exclusions_of_an_assessment_run()
      throws Exception {
    String url = serve();
    Said said = cis(url, "best-practices", "default");
    assertThat(said.complaints)
        .contains("assay: web-1.example: handed in; scans that waited for it: 0");
    assertThat(said.exitCode).isZero();

    try (InspectorClient client =
        new SdkClients(url, directory.resolve("data/admin-credentials")).classic()) {
      String run = run(client);
      assertThat(findings(client, run))
          .anySatisfy(
              finding -> {
                assertThat(finding.id()).endsWith("root-login");
                assertThat(finding.severityAsString()).isEqualTo("Medium");
                assertThat(finding.assetAttributes().agentId()).isEqualTo("web-1.example");
                assertThat(finding.description()).contains("root");
                assertThat(finding.recommendation()).isNotEmpty();
              })
          .noneSatisfy(finding -> assertThat(finding.id()).endsWith("_rule_dep"));
      assertThat(exclusions(client, run)).anyMatch(text -> text.contains("_rule_dep"));
    }
  }

  private static String run(InspectorClient client) throws InterruptedException {
    String group =
        client
            .createResourceGroup(
                made ->
                    made.resourceGroupTags(
                        ResourceGroupTag.builder().key("role").value("web").build()))
            .resourceGroupArn();
    String target =
        client
            .createAssessmentTarget(
                made -> made.assessmentTargetName("web").resourceGroupArn(group))
            .assessmentTargetArn();
    List<String> all = client.listRulesPackages(ask -> {}).rulesPackageArns();
    String rules =
        client.describeRulesPackages(ask -> ask.rulesPackageArns(all)).rulesPackages().stream()
            .filter(each -> each.name().equals("Security Best Practices"))
            .findFirst()
            .orElseThrow()
            .arn();
    String template =
        client
            .createAssessmentTemplate(
                made ->
                    made.assessmentTargetArn(target)
                        .assessmentTemplateName("best practices")
                        .durationInSeconds(180)
                        .rulesPackageArns(rules))
            .assessmentTemplateArn();
    String run =
        client.startAssessmentRun(made -> made.assessmentTemplateArn(template)).assessmentRunArn();
    Instant deadline = Instant.now().plus(PATIENCE);
    while (client
            .describeAssessmentRuns(ask -> ask.assessmentRunArns(run))
            .assessmentRuns()
            .getFirst()
            .completedAt()
        == null) {
      assertThat(Instant.now()).isBefore(deadline);
      Thread.sleep(100);
    }
    return run;
  }

  private static List<Finding> findings(InspectorClient client, String run) {
    List<String> arns = client.listFindings(ask -> ask.assessmentRunArns(run)).findingArns();
    return client.describeFindings(ask -> ask.findingArns(arns)).findings();
  }

  private static List<String> exclusions(InspectorClient client, String run) {
    List<String> arns = client.listExclusions(ask -> ask.assessmentRunArn(run)).exclusionArns();
    return client.describeExclusions(ask -> ask.exclusionArns(arns)).exclusions().values().stream()
        .map(exclusion -> exclusion.description())
        .toList();
  }

  @Test
  void takes_only_profiles_that_have_a_level() throws Exception {
    Path plain = Files.writeString(directory.resolve("plain-ds.xml"), CisCommandTest.CONTENT);
    Said said = cis("http://localhost:9", plain.toString(), "more");

    assertThat(said.complaints).containsPattern("--submit takes CIS profiles.*not: More");
    assertThat(said.exitCode).isEqualTo(2);
  }

  private record Said(int exitCode, String complaints) {}

  private Said cis(String url, String profile) throws IOException, InterruptedException {
    return cis(url, directory.resolve("ds.xml").toString(), profile);
  }

  private Said cis(String url, String content, String profile)
      throws IOException, InterruptedException {
    Path complaints = directory.resolve("complaints");
    ProcessBuilder builder =
        ServedProcess.forked(
            "cis",
            directory.resolve("tree").toString(),
            "--content",
            content,
            "--profile",
            profile,
            "--submit",
            url,
            "--resource",
            "web-1.example",
            "--tag",
            "role=web");
    builder
        .environment()
        .put("AWS_SHARED_CREDENTIALS_FILE", directory.resolve("data/admin-credentials").toString());
    builder.environment().put("AWS_DEFAULT_REGION", "eu-central-1");
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_ACCESS"));
    Process process =
        builder
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(complaints.toFile())
            .start();
    int exitCode = process.waitFor();
    return new Said(exitCode, Files.readString(complaints));
  }

  private String serve() throws IOException {
    ServedProcess served = ServedProcess.startPrepared(directory.resolve("data"));
    servers.add(served);
    return served.url();
  }
}
