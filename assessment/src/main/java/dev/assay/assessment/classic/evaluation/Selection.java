package dev.assay.assessment.classic.evaluation;

import dev.assay.assessment.classic.exclusion.Exclusion;
import dev.assay.assessment.classic.exclusion.ExclusionType;
import dev.assay.assessment.classic.host.AssessedHost;
import dev.assay.assessment.classic.host.HostEvidence;
import dev.assay.assessment.classic.rulespackage.RulesPackage;
import dev.assay.assessment.tenant.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Which hosts of a target are evaluated, and why the others are not, before any rule is looked at.
///
/// @param hosts all of the target's
/// @param left ids of those that are not evaluated
/// @param exclusions why
public record Selection(List<AssessedHost> hosts, Set<String> left, List<Exclusion> exclusions) {
  public Selection {
    hosts = List.copyOf(hosts);
    left = Set.copyOf(left);
    exclusions = List.copyOf(exclusions);
  }

  /// Selects.
  ///
  /// @param busy agents that take part in another run, and which
  public static Selection of(
      List<AssessedHost> hosts, Map<String, String> busy, List<RulesPackage> rules, Region region) {
    List<Exclusion> exclusions = new ArrayList<>();
    if (hosts.isEmpty() && !rules.isEmpty()) {
      exclusions.add(
          Exclusion.of(
              ExclusionType.NO_INSTANCES_IN_TARGET,
              rules,
              region,
              "No host has a tag of the target's resource group, or no host is known at all."));
    }
    for (AssessedHost host : hosts) {
      if (host.evidence() instanceof HostEvidence.Absent) {
        exclusions.add(
            Exclusion.of(
                ExclusionType.AGENT_NOT_FOUND,
                host,
                "The host was selected, but there is no agent on it and no evidence of it was"
                    + " submitted by other ways."));
      } else if (host.agent() != null) {
        exclusions.addAll(ofAgent(host, busy));
      }
    }
    Set<String> left =
        exclusions.stream()
            .flatMap(exclusion -> exclusion.scopes().stream())
            .filter(scope -> scope.type() == Exclusion.ScopeType.INSTANCE_ID)
            .map(Exclusion.Scope::value)
            .collect(Collectors.toSet());
    return new Selection(hosts, left, exclusions);
  }

  private static List<Exclusion> ofAgent(AssessedHost host, Map<String, String> busy) {
    String run = busy.get(host.id());
    if (run != null) {
      return List.of(
          Exclusion.of(
              ExclusionType.AGENT_ALREADY_RUNNING,
              host,
              "The host's agent takes part in " + run + "."));
    }
    return host.agent() != null && host.agent().health().health().equals("UNHEALTHY")
        ? List.of(
            Exclusion.of(
                ExclusionType.AGENT_UNHEALTHY,
                host,
                "The host's agent is " + host.agent().health() + "."))
        : List.of();
  }
}
