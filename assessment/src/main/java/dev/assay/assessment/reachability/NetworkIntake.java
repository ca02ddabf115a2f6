package dev.assay.assessment.reachability;

import dev.assay.assessment.evidence.Receipt;
import dev.assay.assessment.finding.FindingChange;
import dev.assay.assessment.finding.FindingChange.Judged;
import dev.assay.assessment.finding.FindingId;
import dev.assay.assessment.finding.FindingStore;
import dev.assay.assessment.finding.FindingType;
import dev.assay.assessment.finding.ObservedFinding;
import dev.assay.assessment.finding.ReachablePorts;
import dev.assay.assessment.finding.Reconciliation;
import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.resource.ResourceDetails;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.resource.ResourceStore;
import dev.assay.assessment.resource.ResourceType;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.assessment.transaction.Writing;
import dev.assay.network.snapshot.NetworkSnapshot;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Takes snapshots of a network's configuration in: evaluates them, makes their instances known as
/// hosts, and brings the hosts' findings up to date. That is done a portion of hosts at a time, and
/// the snapshot counts as known only when all of it is done: one that was cut short is
/// asked for again.
public final class NetworkIntake {
  private static final Set<FindingType> JUDGED = Set.of(FindingType.NETWORK_REACHABILITY);
  private static final int PORTION = 100;

  private final Transactions transactions;
  private final ResourceStore resources;
  private final NetworkStore networks;
  private final FindingStore findings;
  private final InstantSource clock;

  public NetworkIntake(
      Transactions transactions,
      ResourceStore resources,
      NetworkStore networks,
      FindingStore findings,
      InstantSource clock) {
    this.transactions = transactions;
    this.resources = resources;
    this.networks = networks;
    this.findings = findings;
    this.clock = clock;
  }

  /// Takes a snapshot.
  ///
  /// @param network the name under which later snapshots take this one's place
  /// @param mark the collector's mark of it
  /// @param snapshot empty to ask whether the mark is known
  /// @throws SupersededException where a later snapshot of the network came meanwhile
  public Receipt submit(
      Tenant tenant, String network, String mark, Optional<NetworkSnapshot> snapshot) {
    String whole = mark + " " + NetworkEvaluation.RULES;
    if (snapshot.isPresent()) {
      return take(tenant, network, whole, NetworkEvaluation.of(tenant, snapshot.get()));
    }
    Optional<String> known = transactions.read(reading -> networks.mark(reading, tenant, network));
    return known.equals(Optional.of(whole))
        ? new Receipt.Unchanged()
        : new Receipt.DocumentRequired();
  }

  private Receipt take(Tenant tenant, String network, String mark, List<EvaluatedHost> hosts) {
    long turn =
        transactions.write(writing -> networks.begin(writing, tenant, network, clock.instant()));
    Tally tally = new Tally(0, 0, 0);
    for (int from = 0; from < hosts.size(); from += PORTION) {
      List<EvaluatedHost> portion = hosts.subList(from, Math.min(hosts.size(), from + PORTION));
      tally =
          tally.plus(
              transactions.write(
                  writing -> {
                    check(writing, tenant, network, turn);
                    Tally some = new Tally(0, 0, 0);
                    for (EvaluatedHost host : portion) {
                      some = some.plus(settle(writing, tenant, network, turn, host));
                    }
                    return some;
                  }));
    }
    tally = tally.plus(closeOthers(tenant, network, turn));
    transactions.change(
        writing -> {
          check(writing, tenant, network, turn);
          networks.end(writing, tenant, network, mark, clock.instant());
        });
    return new Receipt.Assessed(tally.open(), tally.changed(), tally.closed());
  }

  private void check(Writing writing, Tenant tenant, String network, long turn) {
    if (!networks.isNewest(writing, tenant, network, turn)) {
      throw new SupersededException(network);
    }
  }

  private Tally settle(
      Writing writing, Tenant tenant, String network, long turn, EvaluatedHost host) {
    Instant now = clock.instant();
    ResourceKey key = new ResourceKey(tenant, ResourceType.HOST, host.id());
    @Nullable ResourceDetails known =
        resources.find(writing, key).map(Resource::details).orElse(null);
    Resource resource =
        resources.observe(writing, key, completed(host.details(), known), host.tags(), now);
    networks.keep(
        writing, resource, turn, new NetworkReport(network, now, host.open(), host.undecided()));
    return reconcile(writing, resource, host.open(), now);
  }

  /// What only evidence from within the host tells is kept.
  private static ResourceDetails completed(
      ResourceDetails.Host told, @Nullable ResourceDetails known) {
    if (!(known instanceof ResourceDetails.Host before)) {
      return told;
    }
    return new ResourceDetails.Host(
        before.platform() == null ? told.platform() : before.platform(),
        told.instanceType(),
        told.imageId(),
        told.vpcId(),
        told.subnetId(),
        told.addresses(),
        before.hostName(),
        told.launchedAt());
  }

  /// Hosts that the network had before and this snapshot does not: nothing reaches them by it.
  private Tally closeOthers(Tenant tenant, String network, long turn) {
    Tally tally = new Tally(0, 0, 0);
    while (true) {
      List<String> portion =
          transactions.read(
              reading -> networks.passedOver(reading, tenant, network, turn, PORTION));
      if (portion.isEmpty()) {
        return tally;
      }
      tally =
          tally.plus(
              transactions.write(
                  writing -> {
                    check(writing, tenant, network, turn);
                    Tally some = new Tally(0, 0, 0);
                    for (String id : portion) {
                      some =
                          some.plus(leave(writing, new ResourceKey(tenant, ResourceType.HOST, id)));
                    }
                    return some;
                  }));
    }
  }

  private Tally leave(Writing writing, ResourceKey key) {
    Resource resource = resources.find(writing, key).orElseThrow();
    networks.forget(writing, resource);
    return reconcile(writing, resource, List.of(), clock.instant());
  }

  private Tally reconcile(
      Writing writing, Resource resource, List<ReachablePorts> open, Instant now) {
    List<FindingChange> changes =
        new Reconciliation(
                findings.ofResource(writing, resource),
                key -> FindingId.of(resource.key(), key),
                now)
            .changes(
                ReachabilityFindings.observed(open).stream().map(this::judged).toList(), JUDGED);
    findings.apply(writing, resource, changes, now);
    int closed = (int) changes.stream().filter(FindingChange.Closed.class::isInstance).count();
    return new Tally(open.size(), changes.size() - closed, closed);
  }

  private Judged judged(ObservedFinding finding) {
    return new Judged(finding, findings.hash(finding.content()));
  }

  /// How many findings are open, were opened or changed, and closed.
  private record Tally(int open, int changed, int closed) {
    Tally plus(Tally other) {
      return new Tally(open + other.open, changed + other.changed, closed + other.closed);
    }
  }
}
