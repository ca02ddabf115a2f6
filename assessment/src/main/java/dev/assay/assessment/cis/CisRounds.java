package dev.assay.assessment.cis;

import dev.assay.assessment.cis.CisTarget.State;
import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.resource.ResourceDetails;
import dev.assay.assessment.resource.ResourceStore;
import dev.assay.assessment.resource.ResourceType;
import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.assessment.transaction.Writing;
import dev.assay.assessment.work.Lease;
import dev.assay.assessment.work.QueueName;
import dev.assay.assessment.work.Work;
import dev.assay.assessment.work.WorkQueue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Scans from their beginning to their end. A scan asks its resources for results and waits for
/// them; whatever has none at its deadline has timed out, and never counts as passed.
public final class CisRounds {
  public static final QueueName QUEUE = new QueueName("cis-scan");

  private final Transactions transactions;
  private final CisScanStore scans;
  private final ResourceStore resources;
  private final CisAccounts accounts;
  private final WorkQueue work;
  private final Duration patience;
  private final InstantSource clock;

  /// Scans that wait for a while.
  ///
  /// @param patience from a scan's beginning to its deadline
  public CisRounds(
      Transactions transactions,
      CisScanStore scans,
      ResourceStore resources,
      CisAccounts accounts,
      WorkQueue work,
      Duration patience,
      InstantSource clock) {
    this.transactions = transactions;
    this.scans = scans;
    this.resources = resources;
    this.accounts = accounts;
    this.work = work;
    this.patience = patience;
    this.clock = clock;
  }

  /// Begins a scan; the one before it, if it still waits, waits no longer.
  void begin(Writing writing, CisConfiguration configuration, Instant now) {
    for (CisScan before : scans.running(writing, configuration.arn())) {
      scans.lock(writing, before.id());
      timeOut(writing, before, "no results came before the next scan began");
    }
    UUID id = UUID.randomUUID();
    List<AccountId> meant =
        accounts.meant(writing, configuration.tenant(), configuration.targets().accounts());
    List<CisTarget> targets = new ArrayList<>();
    for (AccountId account : meant) {
      targets.addAll(
          targets(
              writing,
              id,
              new Tenant(account, configuration.tenant().region()),
              configuration.targets()));
    }
    CisScan scan = scan(configuration, id, meant, now);
    if (targets.isEmpty()) {
      scans.begin(writing, ended(scan, CisScanStatus.FAILED, "no resource has its tags"), targets);
      return;
    }
    scans.begin(writing, scan, targets);
    work.enqueue(writing, new Work(QUEUE, scan.arn(), "", scan.deadline()));
  }

  private CisScan scan(
      CisConfiguration configuration, UUID id, List<AccountId> meant, Instant now) {
    return new CisScan(
        configuration.tenant(),
        id,
        configuration.arn(),
        configuration.name(),
        configuration.level(),
        meant,
        configuration.targets().tags(),
        now,
        now.plus(patience),
        CisScanStatus.IN_PROGRESS,
        "");
  }

  private List<CisTarget> targets(Writing writing, UUID scan, Tenant tenant, CisTargets wanted) {
    List<Map.Entry<String, String>> anyOf =
        wanted.tags().entrySet().stream()
            .flatMap(tag -> tag.getValue().stream().map(value -> Map.entry(tag.getKey(), value)))
            .toList();
    return resources.tagged(writing, tenant, ResourceType.HOST, anyOf).stream()
        .filter(resource -> wanted.match(resource.tags()))
        .map(
            resource ->
                new CisTarget(
                    scan,
                    tenant,
                    resource.key().id(),
                    resource.tags(),
                    platform(resource),
                    UUID.randomUUID().toString(),
                    State.WAITING,
                    ""))
        .toList();
  }

  private static @Nullable String platform(Resource resource) {
    return resource.details() instanceof ResourceDetails.Host host ? host.platform() : null;
  }

  /// Ends a scan whose deadline has come.
  public void expire(Lease lease) {
    transactions.<Boolean>writeInTurn(
        writing -> {
          work.complete(writing, lease);
          scans.find(writing, lease.work().key()).ifPresent(scan -> expire(writing, scan));
          return true;
        });
  }

  private void expire(Writing writing, CisScan scan) {
    if (clock.instant().isBefore(scan.deadline())) {
      work.enqueue(writing, new Work(QUEUE, scan.arn(), "", scan.deadline()));
      return;
    }
    scans.lock(writing, scan.id());
    timeOut(writing, scan, "no results came until " + scan.deadline());
  }

  private void timeOut(Writing writing, CisScan scan, String why) {
    scans.endWaiting(writing, scan.id(), State.TIMED_OUT, why);
    endIfDone(writing, scan.id());
  }

  /// Calls off what a configuration began.
  void cancel(Writing writing, CisConfiguration configuration, String why) {
    for (CisScan scan : scans.running(writing, configuration.arn())) {
      scans.lock(writing, scan.id());
      scans.endWaiting(writing, scan.id(), State.CANCELLED, why);
      scans.end(writing, ended(scan, CisScanStatus.CANCELLED, why));
    }
  }

  /// Keeps what came of a target, and ends its scan if it was the last one. To be the last of a
  /// transaction of `writeInTurn`: two that end the last two targets of a scan see each other.
  void settle(Writing writing, CisTarget target) {
    scans.replace(writing, target);
    scans.count(writing, target.tenant(), target.job());
    scans.lock(writing, target.scan());
    endIfDone(writing, target.scan());
  }

  private void endIfDone(Writing writing, UUID id) {
    CisScan scan = scans.find(writing, id).orElseThrow();
    List<State> states = scans.targets(writing, id).stream().map(CisTarget::state).toList();
    if (scan.status() != CisScanStatus.IN_PROGRESS || states.contains(State.WAITING)) {
      return;
    }
    scans.end(
        writing,
        states.contains(State.COMPLETED)
            ? ended(scan, CisScanStatus.COMPLETED, "")
            : ended(scan, CisScanStatus.FAILED, "no resource gave whole results"));
  }

  private static CisScan ended(CisScan scan, CisScanStatus status, String why) {
    return new CisScan(
        scan.owner(),
        scan.id(),
        scan.configuration(),
        scan.name(),
        scan.level(),
        scan.accounts(),
        scan.tags(),
        scan.startedAt(),
        scan.deadline(),
        status,
        why);
  }
}
