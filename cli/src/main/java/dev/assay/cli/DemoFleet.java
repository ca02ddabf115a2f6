package dev.assay.cli;

import dev.assay.assessment.classic.rulespackage.RulesPackage;
import dev.assay.assessment.digest.Sha256;
import dev.assay.assessment.tenant.Region;
import dev.assay.awsapi.assay.Agent;
import dev.assay.awsapi.assay.EvidenceContent;
import dev.assay.awsapi.assay.EvidenceResource;
import dev.assay.awsapi.assay.EvidenceResourceType;
import dev.assay.awsapi.assay.ListAgentsRequest;
import dev.assay.awsapi.assay.ListAgentsResponse;
import dev.assay.awsapi.assay.SubmitEvidenceRequest;
import dev.assay.awsapi.assay.SubmitEvidenceResponse;
import dev.assay.awsapi.inspector.CreateAssessmentTargetRequest;
import dev.assay.awsapi.inspector.CreateAssessmentTargetResponse;
import dev.assay.awsapi.inspector.CreateAssessmentTemplateRequest;
import dev.assay.awsapi.inspector.CreateAssessmentTemplateResponse;
import dev.assay.awsapi.inspector.CreateResourceGroupRequest;
import dev.assay.awsapi.inspector.CreateResourceGroupResponse;
import dev.assay.awsapi.inspector.InspectorApi;
import dev.assay.awsapi.inspector.PreviewAgentsRequest;
import dev.assay.awsapi.inspector.PreviewAgentsResponse;
import dev.assay.awsapi.inspector.ResourceGroupTag;
import dev.assay.awsapi.inspector.StartAssessmentRunRequest;
import dev.assay.awsapi.inspector.StartAssessmentRunResponse;
import dev.assay.awsapi.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The hosts of a demo, and the runs that assess them.
final class DemoFleet {
  static final Map.Entry<String, String> THIS_MACHINE = Map.entry("demo", "this-machine");
  private static final Map.Entry<String, String> SAMPLE = Map.entry("demo", "sample");
  private static final List<String> SAMPLES = List.of("web-1", "db-1", "build-1");
  private static final int SHORTEST_RUN = 180;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

  private final ServedOperations own;
  private final ServedOperations classic;
  private final Region region;
  private String machine = "this machine";

  DemoFleet(String url, AwsEnvironment administrator) {
    this.own = new ServedOperations(url, administrator);
    this.classic = new ServedOperations(url, administrator, InspectorApi.schema());
    this.region = new Region(administrator.region());
  }

  /// What this machine is called, once its agent was heard of.
  String thisMachine() {
    return machine;
  }

  /// Hands the sample hosts in and begins a run over them, which has nothing to wait for.
  ///
  /// @return the run
  String assessSamples() throws IOException, InterruptedException {
    for (String sample : SAMPLES) {
      byte[] inventory = inventory(sample);
      own.call(
          "SubmitEvidence",
          SubmitEvidenceRequest.builder()
              .resource(
                  EvidenceResource.builder()
                      .id(sample)
                      .type(EvidenceResourceType.FILE_TREE)
                      .name(sample)
                      .build())
              .tags(Map.ofEntries(SAMPLE))
              .contentHash("sha256:" + Sha256.hex(inventory))
              .content(new EvidenceContent.Inventory(JsonReader.read(inventory)))
              .build(),
          SubmitEvidenceResponse.class);
    }
    return run("Samples", SAMPLE);
  }

  /// Waits until this machine's agent has handed in, and begins a run over it.
  ///
  /// @return the run
  String assessThisMachine(Duration patience) throws InterruptedException {
    String target = target("This machine", THIS_MACHINE);
    long deadline = System.nanoTime() + patience.toNanos();
    while (!isThere(target)) {
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException(
            "this machine's agent did not hand in within " + patience.toSeconds() + " s");
      }
      Thread.sleep(LOOK_AGAIN);
    }
    for (Agent agent :
        own.call("ListAgents", ListAgentsRequest.builder().build(), ListAgentsResponse.class)
            .agents()) {
      machine = agent.resourceId();
    }
    return start("This machine", target);
  }

  private boolean isThere(String target) throws InterruptedException {
    return !classic
        .call(
            "PreviewAgents",
            PreviewAgentsRequest.builder().previewAgentsArn(target).build(),
            PreviewAgentsResponse.class)
        .agentPreviews()
        .isEmpty();
  }

  private String run(String name, Map.Entry<String, String> tag) throws InterruptedException {
    return start(name, target(name, tag));
  }

  private String target(String name, Map.Entry<String, String> tag) throws InterruptedException {
    String group =
        classic
            .call(
                "CreateResourceGroup",
                new CreateResourceGroupRequest(
                    List.of(new ResourceGroupTag(tag.getKey(), tag.getValue()))),
                CreateResourceGroupResponse.class)
            .resourceGroupArn();
    return classic
        .call(
            "CreateAssessmentTarget",
            new CreateAssessmentTargetRequest(name, group),
            CreateAssessmentTargetResponse.class)
        .assessmentTargetArn();
  }

  private String start(String name, String target) throws InterruptedException {
    String template =
        classic
            .call(
                "CreateAssessmentTemplate",
                CreateAssessmentTemplateRequest.builder()
                    .assessmentTargetArn(target)
                    .assessmentTemplateName(name)
                    .durationInSeconds(SHORTEST_RUN)
                    .rulesPackageArns(List.of(RulesPackage.VULNERABILITIES.arn(region).toString()))
                    .build(),
                CreateAssessmentTemplateResponse.class)
            .assessmentTemplateArn();
    return classic
        .call(
            "StartAssessmentRun",
            StartAssessmentRunRequest.builder()
                .assessmentTemplateArn(template)
                .assessmentRunName(name)
                .build(),
            StartAssessmentRunResponse.class)
        .assessmentRunArn();
  }

  private static byte[] inventory(String sample) throws IOException {
    try (InputStream in = DemoFleet.class.getResourceAsStream("demo/" + sample + ".json")) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }
}
