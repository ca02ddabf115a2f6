package dev.assay.assessment.classic.evaluation;

import dev.assay.assessment.classic.exclusion.Exclusion;
import dev.assay.assessment.classic.exclusion.ExclusionType;
import dev.assay.assessment.classic.host.AssessedHost;
import dev.assay.assessment.classic.rulespackage.RulesPackage;
import dev.assay.assessment.reachability.Listeners;
import dev.assay.assessment.reachability.NetworkReport;
import dev.assay.assessment.reachability.NetworkReport.Undecided;
import dev.assay.assessment.reachability.NetworkReport.Way;
import dev.assay.assessment.reachability.NetworkStore;
import dev.assay.assessment.tenant.Region;
import dev.assay.assessment.transaction.Reading;
import java.util.List;
import java.util.Optional;

/// `Network Reachability`: what the newest snapshot of its network says of a host, together with
/// what listens there, where something looked. Ways that the snapshot does not decide are
/// exclusions.
public final class ReachabilityEngine implements RulesEngine {
  private final NetworkStore networks;
  private final Listeners listeners;

  public ReachabilityEngine(NetworkStore networks, Listeners listeners) {
    this.networks = networks;
    this.listeners = listeners;
  }

  @Override
  public RulesPackage rulesPackage() {
    return RulesPackage.NETWORK_REACHABILITY;
  }

  @Override
  public List<Exclusion> exclusions(Region region) {
    return List.of();
  }

  @Override
  public List<Exclusion> exclusions(Reading transaction, AssessedHost host) {
    Optional<NetworkReport> report = networks.of(transaction, host.resource());
    if (report.isEmpty()) {
      return List.of(
          Exclusion.of(
              ExclusionType.RULES_EVALUATION_ERROR_FOR_SINGLE_INSTANCE,
              host,
              rulesPackage(),
              "No configuration of the host's network was submitted (assay network --submit)."));
    }
    return report.get().undecided().stream().map(each -> excluded(host, each)).toList();
  }

  private Exclusion excluded(AssessedHost host, Undecided undecided) {
    return Exclusion.of(
        type(undecided.way()),
        host,
        rulesPackage(),
        "Not evaluated: " + String.join("; ", undecided.what()));
  }

  private static ExclusionType type(Way way) {
    return switch (way) {
      case INTERNET -> ExclusionType.NETWORK_REACHABILITY_INTERNET;
      case APPLICATION_LOAD_BALANCER ->
          ExclusionType.NETWORK_REACHABILITY_APPLICATION_LOAD_BALANCER;
      case ELASTIC_LOAD_BALANCER -> ExclusionType.NETWORK_REACHABILITY_ELASTIC_LOAD_BALANCER;
      case VPN -> ExclusionType.NETWORK_REACHABILITY_VPN;
      case DIRECT_CONNECT -> ExclusionType.NETWORK_REACHABILITY_DIRECT_CONNECT;
      case VPC_PEERING -> ExclusionType.NETWORK_REACHABILITY_VPC_PEERING;
    };
  }

  /// Where a way is undecided and none is open, nothing is said: it may be open.
  @Override
  public boolean judges(Reading transaction, AssessedHost host) {
    return networks
        .of(transaction, host.resource())
        .filter(report -> !report.open().isEmpty() || report.undecided().isEmpty())
        .isPresent();
  }

  @Override
  public List<RuleFinding> findings(Reading transaction, AssessedHost host) {
    return networks
        .of(transaction, host.resource())
        .map(
            report ->
                new ReachabilityRules(host, listeners.of(transaction, host.resource()))
                    .findings(report.open()))
        .orElse(List.of());
  }
}
