package dev.assay.assessment.classic.finding;

import dev.assay.assessment.classic.Attribute;
import dev.assay.assessment.classic.TimeRange;
import dev.assay.assessment.classic.evaluation.ClassicSeverity;
import dev.assay.assessment.classic.rulespackage.RulesPackage;
import java.util.List;

/// Which findings to list: all of it must hold, where a list of names holds for any of them. An
/// empty list holds for every finding.
///
/// @param ruleNames the finding's id is the name of its rule
/// @param attributes a finding must have all of; without a value, the key is enough
/// @param userAttributes likewise
public record RunFindingFilter(
    List<String> runs,
    List<String> agentIds,
    List<String> autoScalingGroups,
    List<String> ruleNames,
    List<ClassicSeverity> severities,
    List<RulesPackage> rulesPackages,
    List<Attribute> attributes,
    List<Attribute> userAttributes,
    TimeRange created) {
  public RunFindingFilter {
    runs = List.copyOf(runs);
    agentIds = List.copyOf(agentIds);
    autoScalingGroups = List.copyOf(autoScalingGroups);
    ruleNames = List.copyOf(ruleNames);
    severities = List.copyOf(severities);
    rulesPackages = List.copyOf(rulesPackages);
    attributes = List.copyOf(attributes);
    userAttributes = List.copyOf(userAttributes);
  }
}
