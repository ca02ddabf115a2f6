package dev.assay.jmh;

import dev.assay.awsapi.inspector.AssessmentRun;
import dev.assay.awsapi.inspector.AssessmentRunAgent;
import dev.assay.awsapi.inspector.CreateAssessmentTargetRequest;
import dev.assay.awsapi.inspector.CreateAssessmentTargetResponse;
import dev.assay.awsapi.inspector.CreateAssessmentTemplateRequest;
import dev.assay.awsapi.inspector.CreateAssessmentTemplateResponse;
import dev.assay.awsapi.inspector.CreateResourceGroupRequest;
import dev.assay.awsapi.inspector.CreateResourceGroupResponse;
import dev.assay.awsapi.inspector.DescribeAssessmentRunsRequest;
import dev.assay.awsapi.inspector.DescribeAssessmentRunsResponse;
import dev.assay.awsapi.inspector.ListAssessmentRunAgentsRequest;
import dev.assay.awsapi.inspector.ListAssessmentRunAgentsResponse;
import dev.assay.awsapi.inspector.ListRulesPackagesRequest;
import dev.assay.awsapi.inspector.ListRulesPackagesResponse;
import dev.assay.awsapi.inspector.ResourceGroupTag;
import dev.assay.awsapi.inspector.StartAssessmentRunRequest;
import dev.assay.awsapi.inspector.StartAssessmentRunResponse;
import dev.assay.awsapi.inspector.TelemetryMetadata;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// An assessment run of Inspector Classic over all hosts of a soak, which makes their agents
/// collect as often as agents ever do.
final class SoakRun {
  private static final Duration FIRST_EVIDENCE = Duration.ofSeconds(45);
  private static final int SHORTEST = 180;
  private static final int PAGE = 100;
  private static final Duration EVALUATING = Duration.ofMinutes(5);

  private final SoakService service;
  private final String arn;

  private SoakRun(SoakService service, String arn) {
    this.service = service;
    this.arn = arn;
  }

  /// Starts it once the hosts have told of themselves, to end a little before the soak does.
  static SoakRun start(SoakService service, Duration soak) throws InterruptedException {
    Thread.sleep(FIRST_EVIDENCE);
    int seconds = (int) Math.max(SHORTEST, soak.minus(FIRST_EVIDENCE.multipliedBy(2)).toSeconds());
    String group =
        service
            .classic(
                "CreateResourceGroup",
                new CreateResourceGroupRequest(List.of(new ResourceGroupTag("env", "soak"))),
                CreateResourceGroupResponse.class)
            .resourceGroupArn();
    String target =
        service
            .classic(
                "CreateAssessmentTarget",
                new CreateAssessmentTargetRequest("soak", group),
                CreateAssessmentTargetResponse.class)
            .assessmentTargetArn();
    List<String> packages =
        service
            .classic(
                "ListRulesPackages",
                ListRulesPackagesRequest.builder().build(),
                ListRulesPackagesResponse.class)
            .rulesPackageArns();
    String template =
        service
            .classic(
                "CreateAssessmentTemplate",
                CreateAssessmentTemplateRequest.builder()
                    .assessmentTargetArn(target)
                    .assessmentTemplateName("soak")
                    .durationInSeconds(seconds)
                    .rulesPackageArns(packages)
                    .build(),
                CreateAssessmentTemplateResponse.class)
            .assessmentTemplateArn();
    return new SoakRun(
        service,
        service
            .classic(
                "StartAssessmentRun",
                new StartAssessmentRunRequest(template, "soak"),
                StartAssessmentRunResponse.class)
            .assessmentRunArn());
  }

  /// What became of it.
  String end() throws InterruptedException {
    long last = System.nanoTime() + EVALUATING.toNanos();
    AssessmentRun run = now();
    while (!run.state().value().startsWith("COMPLETED") && System.nanoTime() < last) {
      Thread.sleep(Duration.ofSeconds(1));
      run = now();
    }
    List<AssessmentRunAgent> agents = agents();
    long healthy =
        agents.stream().filter(agent -> agent.agentHealth().value().equals("HEALTHY")).count();
    return "run "
        + run.state().value()
        + ": "
        + agents.size()
        + " agents, "
        + healthy
        + " healthy; messages: "
        + messages(agents, "Inventory")
        + " Inventory, "
        + messages(agents, "Runtime")
        + " Runtime; findings by severity: "
        + run.findingCounts();
  }

  private AssessmentRun now() throws InterruptedException {
    return service
        .classic(
            "DescribeAssessmentRuns",
            new DescribeAssessmentRunsRequest(List.of(arn)),
            DescribeAssessmentRunsResponse.class)
        .assessmentRuns()
        .getFirst();
  }

  private List<AssessmentRunAgent> agents() throws InterruptedException {
    List<AssessmentRunAgent> agents = new ArrayList<>();
    String next = null;
    do {
      ListAssessmentRunAgentsResponse page =
          service.classic(
              "ListAssessmentRunAgents",
              ListAssessmentRunAgentsRequest.builder()
                  .assessmentRunArn(arn)
                  .maxResults(PAGE)
                  .nextToken(next)
                  .build(),
              ListAssessmentRunAgentsResponse.class);
      agents.addAll(page.assessmentRunAgents());
      next = page.nextToken();
    } while (next != null);
    return agents;
  }

  private static long messages(List<AssessmentRunAgent> agents, String type) {
    return agents.stream()
        .flatMap(agent -> agent.telemetryMetadata().stream())
        .filter(telemetry -> telemetry.messageType().equals(type))
        .mapToLong(TelemetryMetadata::count)
        .sum();
  }
}
