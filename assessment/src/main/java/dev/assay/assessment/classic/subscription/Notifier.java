package dev.assay.assessment.classic.subscription;

import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.transaction.Writing;
import dev.assay.assessment.work.QueueName;
import dev.assay.assessment.work.Work;
import dev.assay.assessment.work.WorkQueue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Records what topics are to be told, in the transaction in which it happens, as work for whoever
/// delivers it. So nothing is told that was undone, and nothing that happened is left out.
public final class Notifier {
  public static final QueueName QUEUE = new QueueName("classic-notification");

  private final SubscriptionStore store;
  private final WorkQueue work;

  public Notifier(SubscriptionStore store, WorkQueue work) {
    this.store = store;
    this.work = work;
  }

  /// Tells every topic that is subscribed to such events of the run's template.
  public void tell(
      Writing transaction,
      ClassicArn run,
      InspectorEvent event,
      @Nullable String newState,
      Instant now) {
    Notification.of(run, event, newState, now, store.topics(transaction, run.parent(), event))
        .forEach(notification -> tell(transaction, notification));
  }

  void tell(Writing transaction, Notification notification) {
    long number = store.add(transaction, notification);
    work.enqueue(transaction, new Work(QUEUE, Long.toString(number), "", notification.at()));
  }
}
