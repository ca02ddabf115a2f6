package dev.assay.assessment.classic.evaluation;

import dev.assay.assessment.classic.exclusion.Exclusion;
import dev.assay.assessment.classic.exclusion.ExclusionType;
import dev.assay.assessment.classic.host.AssessedHost;
import dev.assay.assessment.classic.rulespackage.RulesPackage;
import dev.assay.assessment.tenant.Region;
import dev.assay.assessment.transaction.Reading;
import java.util.List;

/// A rules package that this version cannot evaluate. A template may name it, and every run says
/// that it was left out: it judges nothing, so nothing ever passes it.
public record UnavailableEngine(RulesPackage rulesPackage) implements RulesEngine {

  @Override
  public List<Exclusion> exclusions(Region region) {
    return reasons().stream()
        .map(type -> Exclusion.of(type, List.of(rulesPackage), region, why(type)))
        .toList();
  }

  private List<ExclusionType> reasons() {
    return switch (rulesPackage) {
      case RUNTIME_BEHAVIOUR -> List.of(ExclusionType.DEPRECATED_RULES_PACKAGE);
      case NETWORK_REACHABILITY ->
          List.of(
              ExclusionType.NETWORK_REACHABILITY_INTERNET,
              ExclusionType.NETWORK_REACHABILITY_APPLICATION_LOAD_BALANCER,
              ExclusionType.NETWORK_REACHABILITY_ELASTIC_LOAD_BALANCER,
              ExclusionType.NETWORK_REACHABILITY_VPN,
              ExclusionType.NETWORK_REACHABILITY_DIRECT_CONNECT,
              ExclusionType.NETWORK_REACHABILITY_VPC_PEERING);
      case VULNERABILITIES, CIS_BENCHMARKS, SECURITY_BEST_PRACTICES ->
          List.of(ExclusionType.RULES_EVALUATION_ERROR);
    };
  }

  private String why(ExclusionType type) {
    return type == ExclusionType.DEPRECATED_RULES_PACKAGE
        ? "AWS has withdrawn " + rulesPackage.title() + ", and Assay does not evaluate it."
        : "This version of Assay does not evaluate "
            + rulesPackage.title()
            + ": none of its rules was looked at on any host.";
  }

  @Override
  public List<Exclusion> exclusions(Reading transaction, AssessedHost host) {
    boolean linuxOnly = rulesPackage == RulesPackage.SECURITY_BEST_PRACTICES;
    return linuxOnly && host.isWindows()
        ? List.of(
            Exclusion.of(
                ExclusionType.RULES_PACKAGE_NOT_SUPPORTED_BY_OS,
                host,
                rulesPackage,
                rulesPackage.title() + " has rules for Linux only."))
        : List.of();
  }

  @Override
  public boolean judges(Reading transaction, AssessedHost host) {
    return false;
  }

  @Override
  public List<RuleFinding> findings(Reading transaction, AssessedHost host) {
    return List.of();
  }
}
