package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.inspector.InspectorClient;
import software.amazon.awssdk.services.inspector.model.AssessmentRun;
import software.amazon.awssdk.services.inspector.model.Attribute;
import software.amazon.awssdk.services.inspector.model.Finding;
import software.amazon.awssdk.services.inspector.model.ResourceGroupTag;

/// A run of Classic's rules package for what hosts do, over those with the tag `env=prod`.
record BehaviourRun(InspectorClient client, String arn) {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  static BehaviourRun of(InspectorClient client) throws InterruptedException {
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
    return new BehaviourRun(client, arn);
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

  List<Finding> findings() {
    return client.listFindingsPaginator(ask -> ask.assessmentRunArns(arn).maxResults(10)).stream()
        .filter(page -> !page.findingArns().isEmpty())
        .flatMap(
            page ->
                client
                    .describeFindings(ask -> ask.findingArns(page.findingArns()))
                    .findings()
                    .stream())
        .toList();
  }

  List<String> exclusions() {
    List<String> arns = client.listExclusions(ask -> ask.assessmentRunArn(arn)).exclusionArns();
    return client.describeExclusions(ask -> ask.exclusionArns(arns)).exclusions().values().stream()
        .map(exclusion -> exclusion.description())
        .toList();
  }

  static String value(Finding finding, String key) {
    return finding.attributes().stream()
        .filter(attribute -> attribute.key().equals(key))
        .map(Attribute::value)
        .findFirst()
        .orElse("");
  }
}
