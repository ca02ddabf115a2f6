package dev.assay.cli;

import dev.assay.awsapi.assay.EvidenceWay;
import dev.assay.model.Inventory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.inspector.InspectorClient;
import software.amazon.awssdk.services.inspector.model.AssessmentRun;
import software.amazon.awssdk.services.inspector.model.AssessmentRunStateChange;
import software.amazon.awssdk.services.inspector.model.ListAssessmentRunsResponse;
import software.amazon.awssdk.services.inspector.model.ListFindingsResponse;
import software.amazon.awssdk.services.inspector.model.ResourceGroupTag;

/// A fleet of hosts without agents and a template that assesses it, in a service: the same in each,
/// so that what becomes of a run in one can be compared with another.
///
/// @param template its ARN
record ClassicStory(InspectorClient client, String template) {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /// Hosts enough for a run to evaluate them in several portions.
  private static final int HOSTS = 30;

  /// Every so many of them one has many findings.
  private static final int RICH = 10;

  private static final int PAGE = 500;
  private static final int MOST_DESCRIBED = 10;

  /// Hands the fleet in.
  static ClassicStory begin(String url, Path credentials) {
    EvidenceClient evidence =
        new EvidenceClient(
            url,
            new AwsEnvironment(
                Map.of(
                    "AWS_SHARED_CREDENTIALS_FILE",
                    credentials.toString(),
                    "AWS_REGION",
                    "eu-central-1")));
    Inventory rich = new TargetReader().read(Assay.root("debian-12"));
    Inventory plain = new TargetReader().read(Assay.root("alpine-3.18"));
    for (int i = 0; i < HOSTS; i++) {
      evidence.submit(
          SubmittedResource.named("host-" + i),
          EvidenceWay.FILES,
          Map.of("env", "prod"),
          i % RICH == 0 ? rich : plain);
    }
    InspectorClient client = new SdkClients(url, credentials).classic();
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
                made -> made.assessmentTargetName("fleet").resourceGroupArn(group))
            .assessmentTargetArn();
    List<String> rules = client.listRulesPackages(ask -> {}).rulesPackageArns();
    return new ClassicStory(
        client,
        client
            .createAssessmentTemplate(
                made ->
                    made.assessmentTargetArn(target)
                        .assessmentTemplateName("nightly")
                        .durationInSeconds(180)
                        .rulesPackageArns(rules))
            .assessmentTemplateArn());
  }

  /// The same, by another node or after a restart.
  ClassicStory at(String url, Path credentials) {
    return new ClassicStory(new SdkClients(url, credentials).classic(), template);
  }

  String startRun(String name) {
    return client
        .startAssessmentRun(run -> run.assessmentTemplateArn(template).assessmentRunName(name))
        .assessmentRunArn();
  }

  List<String> runs() {
    return client.listAssessmentRunsPaginator(ask -> ask.maxResults(PAGE)).stream()
        .map(ListAssessmentRunsResponse::assessmentRunArns)
        .flatMap(List::stream)
        .toList();
  }

  /// What can be seen of a run that has ended, but for names and times.
  ///
  /// @param states it went through, in their order
  /// @param findings how often each host has each finding
  /// @param exclusions how often there is each
  record Outcome(
      String state,
      List<String> states,
      Map<String, Long> findings,
      Map<String, Integer> counts,
      Map<String, Long> exclusions) {}

  /// Waits for a run's end.
  ///
  /// @throws AssertionError where it does not end
  Outcome outcome(String arn) throws InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    AssessmentRun run = describe(arn);
    while (run.completedAt() == null) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("stuck as " + run.stateAsString() + ": " + arn);
      }
      Thread.sleep(50);
      run = describe(arn);
    }
    return new Outcome(
        run.stateAsString(),
        run.stateChanges().stream().map(AssessmentRunStateChange::stateAsString).toList(),
        findings(arn),
        new TreeMap<>(run.findingCountsAsStrings()),
        exclusions(arn));
  }

  private AssessmentRun describe(String arn) {
    return client
        .describeAssessmentRuns(ask -> ask.assessmentRunArns(arn))
        .assessmentRuns()
        .getFirst();
  }

  private Map<String, Long> findings(String run) {
    List<String> arns =
        client.listFindingsPaginator(ask -> ask.assessmentRunArns(run).maxResults(PAGE)).stream()
            .map(ListFindingsResponse::findingArns)
            .flatMap(List::stream)
            .toList();
    return IntStream.iterate(0, from -> from < arns.size(), from -> from + MOST_DESCRIBED)
        .mapToObj(from -> arns.subList(from, Math.min(from + MOST_DESCRIBED, arns.size())))
        .flatMap(some -> client.describeFindings(ask -> ask.findingArns(some)).findings().stream())
        .collect(
            Collectors.groupingBy(
                finding ->
                    finding.assetAttributes().agentId()
                        + " "
                        + finding.title()
                        + " "
                        + finding.severityAsString()
                        + " "
                        + finding.attributes(),
                TreeMap::new,
                Collectors.counting()));
  }

  private Map<String, Long> exclusions(String run) {
    List<String> arns =
        client.listExclusions(ask -> ask.assessmentRunArn(run).maxResults(PAGE)).exclusionArns();
    return IntStream.iterate(0, from -> from < arns.size(), from -> from + MOST_DESCRIBED)
        .mapToObj(from -> arns.subList(from, Math.min(from + MOST_DESCRIBED, arns.size())))
        .flatMap(
            some ->
                client
                    .describeExclusions(ask -> ask.exclusionArns(some))
                    .exclusions()
                    .values()
                    .stream())
        .collect(
            Collectors.groupingBy(
                exclusion ->
                    exclusion.title() + " " + exclusion.description() + " " + exclusion.scopes(),
                TreeMap::new,
                Collectors.counting()));
  }
}
