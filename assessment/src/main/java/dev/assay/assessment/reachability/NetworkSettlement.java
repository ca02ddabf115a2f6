package dev.assay.assessment.reachability;

import dev.assay.assessment.evidence.Receipt;
import dev.assay.assessment.finding.FindingChange;
import dev.assay.assessment.finding.FindingChange.Judged;
import dev.assay.assessment.finding.FindingId;
import dev.assay.assessment.finding.FindingKey;
import dev.assay.assessment.finding.FindingStatus;
import dev.assay.assessment.finding.FindingStore;
import dev.assay.assessment.finding.FindingType;
import dev.assay.assessment.finding.KnownFinding;
import dev.assay.assessment.finding.ObservedFinding;
import dev.assay.assessment.finding.Reconciliation;
import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.resource.ResourceDetails;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.resource.ResourceStore;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.assessment.transaction.Writing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Brings resources and their findings up to date with one snapshot, a portion at a time. A
/// finding is closed where the snapshot says that its way is closed, or lists the instances or load
/// balancers without the resource. Where it does not decide that, the finding stays as it was, and
/// the resource's report says why.
final class NetworkSettlement {
  private static final Set<FindingType> JUDGED = Set.of(FindingType.NETWORK_REACHABILITY);
  private static final int PORTION = 100;

  private final Transactions transactions;
  private final ResourceStore resources;
  private final NetworkStore networks;
  private final FindingStore findings;
  private final InstantSource clock;

  NetworkSettlement(
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

  /// The snapshot whose turn it is.
  ///
  /// @param asOf when its configuration was handed in
  record Turn(Tenant tenant, String network, long number, Instant asOf) {}

  /// @throws SupersededException where a later turn of the network began meanwhile
  Receipt.Assessed settle(Turn turn, NetworkEvaluation evaluation) {
    Doubts doubts = evaluation.doubts();
    List<EvaluatedResource> all = evaluation.resources();
    Tally tally = Tally.NONE;
    for (int from = 0; from < all.size(); from += PORTION) {
      List<EvaluatedResource> portion = all.subList(from, Math.min(all.size(), from + PORTION));
      tally =
          tally.plus(inTurn(turn, portion, (writing, told) -> settle(writing, turn, told, doubts)));
    }
    tally = tally.plus(passOver(turn, doubts));
    return new Receipt.Assessed(tally.open(), tally.changed(), tally.closed());
  }

  void check(Writing writing, Turn turn) {
    if (!networks.isNewest(writing, turn.tenant(), turn.network(), turn.number())) {
      throw new SupersededException(turn.network());
    }
  }

  private Tally settle(Writing writing, Turn turn, EvaluatedResource told, Doubts doubts) {
    Instant now = clock.instant();
    ResourceKey key = new ResourceKey(turn.tenant(), told.details().type(), told.id());
    @Nullable ResourceDetails known =
        resources.find(writing, key).map(Resource::details).orElse(null);
    Resource resource =
        resources.observe(writing, key, completed(told.details(), known), told.tags(), now);
    List<ObservedFinding> observed = ReachabilityFindings.observed(told.open());
    List<KnownFinding> before = findings.ofResource(writing, resource);
    Map<FindingKey, String> kept = kept(before, observed, told.id(), doubts);
    networks.keep(
        writing,
        resource,
        turn.number(),
        new NetworkReport(
            turn.network(),
            told.folder(),
            true,
            turn.asOf(),
            told.open(),
            Undecisions.of(told.undecided(), kept)));
    return reconcile(writing, resource, before, observed, kept.keySet(), now);
  }

  /// Open findings that are not observed and may be open still, and why.
  private static Map<FindingKey, String> kept(
      List<KnownFinding> before, List<ObservedFinding> observed, String resource, Doubts doubts) {
    Set<FindingKey> seen = observed.stream().map(ObservedFinding::key).collect(Collectors.toSet());
    Map<FindingKey, String> kept = new HashMap<>();
    for (FindingKey key : open(before)) {
      if (!seen.contains(key)) {
        doubts.about(resource, WayRule.parse(key.rule())).ifPresent(why -> kept.put(key, why));
      }
    }
    return kept;
  }

  private static List<FindingKey> open(List<KnownFinding> known) {
    return known.stream()
        .filter(finding -> finding.status() != FindingStatus.CLOSED)
        .map(KnownFinding::key)
        .filter(key -> JUDGED.contains(key.type()))
        .toList();
  }

  /// What only evidence from within the host tells is kept.
  private static ResourceDetails completed(
      ResourceDetails details, @Nullable ResourceDetails known) {
    if (!(details instanceof ResourceDetails.Host told)
        || !(known instanceof ResourceDetails.Host before)) {
      return details;
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

  /// Resources that the network had before and this snapshot has not.
  private Tally passOver(Turn turn, Doubts doubts) {
    Tally tally = Tally.NONE;
    while (true) {
      List<ResourceKey> portion =
          transactions.read(
              reading ->
                  networks.passedOver(
                      reading, turn.tenant(), turn.network(), turn.number(), PORTION));
      if (portion.isEmpty()) {
        return tally;
      }
      tally =
          tally.plus(inTurn(turn, portion, (writing, key) -> passOver(writing, turn, key, doubts)));
    }
  }

  /// A portion in one transaction, as long as no later turn has begun.
  private <T> Tally inTurn(Turn turn, List<T> portion, BiFunction<Writing, T, Tally> work) {
    return transactions.write(
        writing -> {
          check(writing, turn);
          return portion.stream()
              .map(one -> work.apply(writing, one))
              .reduce(Tally.NONE, Tally::plus);
        });
  }

  private Tally passOver(Writing writing, Turn turn, ResourceKey key, Doubts doubts) {
    Resource resource = resources.find(writing, key).orElseThrow();
    NetworkReport report = networks.of(writing, resource).orElseThrow();
    List<KnownFinding> before = findings.ofResource(writing, resource);
    Optional<String> doubt = doubts.about(key, report.folder());
    if (doubt.isPresent()) {
      networks.keep(writing, resource, turn.number(), report.passedOver(doubt.get()));
      return new Tally(open(before).size(), 0, 0);
    }
    networks.forget(writing, resource);
    return reconcile(writing, resource, before, List.of(), Set.of(), clock.instant());
  }

  private Tally reconcile(
      Writing writing,
      Resource resource,
      List<KnownFinding> before,
      List<ObservedFinding> observed,
      Set<FindingKey> kept,
      Instant now) {
    List<FindingChange> changes =
        new Reconciliation(before, key -> FindingId.of(resource.key(), key), now)
            .changes(observed.stream().map(this::judged).toList(), JUDGED, kept::contains);
    findings.apply(writing, resource, changes, now);
    int closed = (int) changes.stream().filter(FindingChange.Closed.class::isInstance).count();
    return new Tally(observed.size() + kept.size(), changes.size() - closed, closed);
  }

  private Judged judged(ObservedFinding finding) {
    return new Judged(finding, findings.hash(finding.content()));
  }

  /// How many findings are open, were opened or changed, and closed.
  private record Tally(int open, int changed, int closed) {
    static final Tally NONE = new Tally(0, 0, 0);

    Tally plus(Tally other) {
      return new Tally(open + other.open, changed + other.changed, closed + other.closed);
    }
  }
}
