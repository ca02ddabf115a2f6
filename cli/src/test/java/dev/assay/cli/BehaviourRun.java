package dev.assay.cli;

import java.util.List;
import software.amazon.awssdk.services.inspector.InspectorClient;
import software.amazon.awssdk.services.inspector.model.Attribute;
import software.amazon.awssdk.services.inspector.model.Finding;

/// A run of Classic's rules package for what hosts do, over all hosts.
record BehaviourRun(InspectorClient client, String arn) {
  static BehaviourRun of(InspectorClient client) {
    return new BehaviourRun(client, new ClassicRuns(client).of("behaviour", runtimeRules(client)));
  }

  private static String runtimeRules(InspectorClient client) {
    List<String> all = client.listRulesPackages(ask -> {}).rulesPackageArns();
    return client.describeRulesPackages(ask -> ask.rulesPackageArns(all)).rulesPackages().stream()
        .filter(rules -> rules.name().startsWith("Runtime Behavior"))
        .findFirst()
        .orElseThrow()
        .arn();
  }

  List<Finding> findings() {
    return new ClassicRuns(client).findings(arn);
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
