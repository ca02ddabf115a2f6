package dev.assay.assessment.classic.subscription;

import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.classic.Listing;
import dev.assay.assessment.classic.finding.RunFinding;
import dev.assay.assessment.classic.finding.RunFindingStore;
import dev.assay.assessment.classic.rulespackage.RulesPackage;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.assessment.work.Lease;
import dev.assay.assessment.work.WorkHandler;
import dev.assay.assessment.work.WorkQueue;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Delivers notifications, and records what became of each. A node that dies while it publishes
/// leaves the notification to another, which publishes again: at least once, as SNS itself does.
public final class Delivery implements WorkHandler {
  private static final int PORTION = 500;

  private final Transactions transactions;
  private final SubscriptionStore store;
  private final RunFindingStore findings;
  private final Publisher publisher;
  private final WorkQueue work;

  public Delivery(
      Transactions transactions,
      SubscriptionStore store,
      RunFindingStore findings,
      Publisher publisher,
      WorkQueue work) {
    this.transactions = transactions;
    this.store = store;
    this.findings = findings;
    this.publisher = publisher;
    this.work = work;
  }

  @Override
  public void handle(Lease lease) {
    // A notification may be gone with its run.
    end(
        lease,
        transactions
            .read(reading -> store.notification(reading, number(lease)))
            .map(this::publish));
  }

  @Override
  public void giveUp(Lease lease, String reason) {
    end(lease, Optional.of(new Publisher.Outcome(PublishStatus.INTERNAL_ERROR, reason)));
  }

  private void end(Lease lease, Optional<Publisher.Outcome> outcome) {
    transactions.change(
        writing -> {
          outcome.ifPresent(result -> store.delivered(writing, number(lease), result));
          work.complete(writing, lease);
        });
  }

  private static long number(Lease lease) {
    return Long.parseLong(lease.work().key());
  }

  private Publisher.Outcome publish(Notification notification) {
    if (notification.about().kind() == ClassicArn.Kind.TEMPLATE) {
      return send(notification, Message.subscribed(notification));
    }
    return notification.event() == InspectorEvent.FINDING_REPORTED
        ? publishFindings(notification)
        : send(notification, Message.run(notification, counts(notification)));
  }

  /// One message for each finding. After one has failed no more are sent: its outcome is recorded
  /// for them all.
  private Publisher.Outcome publishFindings(Notification notification) {
    Publisher.Outcome[] worst = {new Publisher.Outcome(PublishStatus.SUCCESS, "")};
    forEachFinding(
        notification.about(),
        finding -> {
          if (worst[0].status() == PublishStatus.SUCCESS) {
            worst[0] = send(notification, Message.finding(notification, finding.arn()));
          }
        });
    return worst[0];
  }

  private Map<RulesPackage, Long> counts(Notification notification) {
    Map<RulesPackage, Long> counts = new EnumMap<>(RulesPackage.class);
    if (notification.event() == InspectorEvent.ASSESSMENT_RUN_COMPLETED) {
      forEachFinding(
          notification.about(), finding -> counts.merge(finding.rulesPackage(), 1L, Long::sum));
    }
    return counts;
  }

  private void forEachFinding(ClassicArn run, Consumer<RunFinding> action) {
    long after = 0;
    List<Listing.Row<RunFinding>> portion;
    do {
      long from = after;
      portion = transactions.read(reading -> findings.ofRun(reading, run, from, PORTION));
      portion.forEach(row -> action.accept(row.item()));
      after = portion.isEmpty() ? after : portion.getLast().number();
    } while (portion.size() == PORTION);
  }

  private Publisher.Outcome send(Notification notification, String message) {
    return publisher.publish(notification.about().owner(), notification.topic(), message);
  }
}
