package dev.assay.store.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.assay.assessment.transaction.Transactions;
import dev.assay.assessment.work.DeadLetter;
import dev.assay.assessment.work.Lease;
import dev.assay.assessment.work.LeaseLostException;
import dev.assay.assessment.work.QueueDepth;
import dev.assay.assessment.work.QueueName;
import dev.assay.assessment.work.Work;
import dev.assay.assessment.work.WorkQueue;
import dev.assay.store.Database;
import dev.assay.store.Handles;
import dev.assay.store.scratch.ScratchDatabases;
import dev.assay.store.signal.PostgresSignals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PostgresWorkQueueTest {
  private static final Database DATABASE = ScratchDatabases.open();
  private static final PostgresSignals SIGNALS = new PostgresSignals(DATABASE);
  private static final QueueName SCANS = new QueueName("scans");
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration NONE = Duration.ZERO;
  private static final Instant PAST = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant FUTURE = Instant.parse("2126-01-01T00:00:00Z");

  private final Transactions transactions = DATABASE.transactions();
  private final WorkQueue queue = new PostgresWorkQueue(transactions, SIGNALS);

  @AfterAll
  static void close() {
    SIGNALS.close();
    DATABASE.close();
  }

  @BeforeEach
  void empty() {
    transactions.change(writing -> Handles.of(writing).execute("delete from work"));
  }

  @Test
  void what_is_due_longest_is_taken_first() {
    enqueue("second", PAST.plusSeconds(1));
    enqueue("first", PAST);
    enqueue("second", PAST.plusSeconds(2));
    assertThat(lease(2, LONG))
        .extracting(lease -> lease.work().key())
        .containsOnly("first", "second");
  }

  @Test
  void what_is_not_due_is_left() {
    enqueue("later", FUTURE);
    assertThat(lease(1, LONG)).isEmpty();
    assertThat(queue.nextDue(Set.of(SCANS))).contains(FUTURE);
  }

  @Test
  void an_empty_queue_has_no_next() {
    assertThat(queue.nextDue(Set.of(SCANS))).isEmpty();
  }

  @Test
  void what_is_leased_is_hidden() {
    enqueue("one", PAST);
    assertThat(lease(1, LONG)).hasSize(1);
    assertThat(lease(1, LONG)).isEmpty();
  }

  @Test
  void other_queues_are_not_touched() {
    enqueue("one", PAST);
    assertThat(queue.lease(Set.of(new QueueName("reports")), 1, LONG, "node")).isEmpty();
  }

  @Test
  void what_is_done_is_gone() {
    enqueue("one", PAST);
    complete(lease());
    assertThat(depths()).isEmpty();
  }

  @Test
  void what_is_enqueued_in_a_transaction_that_fails_was_never_enqueued() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                transactions.change(
                    writing -> {
                      queue.enqueue(writing, new Work(SCANS, "one", "", PAST));
                      throw new IllegalStateException("no");
                    }));
    assertThat(depths()).isEmpty();
  }

  @Test
  void asking_twice_is_asking_once_at_the_earlier_moment_with_the_newer_payload() {
    transactions.change(w -> queue.enqueue(w, new Work(SCANS, "one", "old", PAST)));
    transactions.change(w -> queue.enqueue(w, new Work(SCANS, "one", "new", FUTURE)));
    Lease lease = lease();
    assertThat(lease.work().payload()).isEqualTo("new");
    complete(lease);
    assertThat(lease(1, LONG)).isEmpty();
  }

  @Test
  void what_is_asked_for_while_it_is_done_is_done_once_more() {
    enqueue("one", PAST);
    Lease first = lease();
    enqueue("one", PAST);
    assertThat(lease(1, LONG)).as("while it is done").isEmpty();
    complete(first);
    Lease second = lease();
    assertThat(second.attempt()).isEqualTo(1);
    complete(second);
    assertThat(depths()).isEmpty();
  }

  @Test
  void a_lease_that_ran_out_goes_to_another_and_no_longer_counts() {
    enqueue("one", PAST);
    Lease late = queue.lease(Set.of(SCANS), 1, NONE, "slow").getFirst();
    Lease next = lease();
    assertThat(next.attempt()).as("a death is no failure").isEqualTo(1);
    assertThat(next.deaths()).isEqualTo(1);
    assertThat(queue.extend(late, LONG)).isFalse();
    assertThatExceptionOfType(LeaseLostException.class).isThrownBy(() -> complete(late));
    queue.retry(late, NONE, "too late");
    queue.bury(late, "too late");
    complete(next);
    assertThat(depths()).isEmpty();
  }

  @Test
  void deaths_are_counted_in_a_row() {
    enqueue("one", PAST);
    queue.lease(Set.of(SCANS), 1, NONE, "dead").getFirst();
    Lease second = queue.lease(Set.of(SCANS), 1, LONG, "alive").getFirst();
    assertThat(second.deaths()).isEqualTo(1);
    queue.retry(second, NONE, "busy");
    Lease third = lease();
    assertThat(third.deaths()).isZero();
    assertThat(third.attempt()).isEqualTo(2);
  }

  @Test
  void leases_of_the_dead_are_ended_at_once() {
    enqueue("one", PAST);
    Lease held = queue.lease(Set.of(SCANS), 1, LONG, "dead").getFirst();
    enqueue("two", FUTURE);
    assertThat(queue.endLeases()).isEqualTo(1);
    Lease next = lease();
    assertThat(next.work().key()).isEqualTo("one");
    assertThat(next.deaths()).isEqualTo(1);
    assertThat(queue.extend(held, LONG)).isFalse();
    assertThat(lease(1, LONG)).as("what is not due").isEmpty();
  }

  @Test
  void an_extended_lease_is_kept() {
    enqueue("one", PAST);
    Lease lease = queue.lease(Set.of(SCANS), 1, NONE, "node").getFirst();
    assertThat(queue.extend(lease, LONG)).isTrue();
    assertThat(lease(1, LONG)).isEmpty();
    complete(lease);
  }

  @Test
  void what_failed_is_tried_again_after_a_pause() {
    enqueue("one", PAST);
    queue.retry(lease(), LONG, "busy");
    assertThat(lease(1, LONG)).isEmpty();
    assertThat(depths()).containsExactly(new QueueDepth(SCANS, 0, 1, 0, 0));
  }

  @Test
  void what_is_given_up_stays_in_sight_and_can_be_revived() {
    enqueue("one", PAST);
    queue.bury(lease(), "cannot be read");
    assertThat(lease(1, LONG)).isEmpty();
    List<DeadLetter> dead = transactions.read(reading -> queue.deadLetters(reading, 10));
    assertThat(dead).singleElement().returns("cannot be read", DeadLetter::failure);
    assertThat(transactions.<Boolean>write(w -> queue.revive(w, SCANS, "one"))).isTrue();
    assertThat(lease().attempt()).isEqualTo(1);
  }

  @Test
  void a_new_request_revives_a_dead_letter() {
    enqueue("one", PAST);
    queue.bury(lease(), "cannot be read");
    enqueue("one", PAST);
    assertThat(lease().attempt()).isEqualTo(1);
  }

  @Test
  void effects_happen_once_though_nodes_die_at_random() throws Exception {
    int pieces = 200;
    transactions.change(
        writing -> {
          Handles.of(writing).execute("create table done (key text not null)");
          for (int i = 0; i < pieces; i++) {
            queue.enqueue(writing, new Work(SCANS, "piece-" + i, "", PAST));
          }
        });
    List<Future<?>> ends = new ArrayList<>();
    try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int node = 0; node < 6; node++) {
        Random random = new Random(node);
        String name = "node-" + node;
        ends.add(nodes.submit(() -> workUntilEmpty(name, random)));
      }
    }
    for (Future<?> end : ends) {
      end.get();
    }
    List<String> done =
        transactions.read(
            reading ->
                Handles.of(reading).createQuery("select key from done").mapTo(String.class).list());
    assertThat(done).hasSize(pieces).doesNotHaveDuplicates();
  }

  /// A node that dies with every second piece in its hands, before or after doing it.
  private void workUntilEmpty(String node, Random random) {
    while (!depths().isEmpty()) {
      for (Lease lease :
          queue.lease(Set.of(SCANS), 3, Duration.ofMillis(20 + random.nextInt(100)), node)) {
        if (random.nextInt(3) == 0) {
          continue;
        }
        try {
          transactions.change(
              writing -> {
                Handles.of(writing).execute("insert into done values (?)", lease.work().key());
                queue.complete(writing, lease);
              });
        } catch (LeaseLostException another) {
          assertThat(another).hasMessageContaining(lease.work().key());
        }
      }
    }
  }

  private void enqueue(String key, Instant runAt) {
    transactions.change(writing -> queue.enqueue(writing, new Work(SCANS, key, "{}", runAt)));
  }

  private List<Lease> lease(int most, Duration term) {
    return queue.lease(Set.of(SCANS), most, term, "node");
  }

  private Lease lease() {
    return lease(1, LONG).getFirst();
  }

  private void complete(Lease lease) {
    transactions.change(writing -> queue.complete(writing, lease));
  }

  private List<QueueDepth> depths() {
    return transactions.read(queue::depths);
  }
}
