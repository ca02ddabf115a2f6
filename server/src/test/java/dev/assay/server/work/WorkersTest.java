package dev.assay.server.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.work.DeadLetter;
import dev.assay.assessment.work.Lease;
import dev.assay.assessment.work.QueueName;
import dev.assay.assessment.work.RetryPolicy;
import dev.assay.assessment.work.Work;
import dev.assay.assessment.work.WorkHandler;
import dev.assay.store.Database;
import dev.assay.store.DatabaseAddress;
import dev.assay.store.Handles;
import dev.assay.store.scratch.ScratchDatabases;
import dev.assay.store.signal.PostgresSignals;
import dev.assay.store.work.PostgresWorkQueue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class WorkersTest {
  private static final QueueName SCANS = new QueueName("scans");
  private static final RetryPolicy QUICK =
      new RetryPolicy(3, 4, Duration.ofMillis(10), Duration.ofMillis(20));
  private static final Duration TERM = Duration.ofMillis(300);
  private static final Duration SOON = Duration.ofSeconds(20);

  private final DatabaseAddress address = ScratchDatabases.newAddress();
  private final List<Node> nodes = new ArrayList<>();

  @AfterEach
  void close() {
    nodes.forEach(Node::close);
  }

  @Test
  void two_nodes_do_each_piece_once() {
    Node one = node();
    Node two = node();
    one.database
        .transactions()
        .change(w -> Handles.of(w).execute("create table done (key text, node text)"));
    one.work(lease -> one.finish(lease, "one"));
    two.work(lease -> two.finish(lease, "two"));
    for (int i = 0; i < 100; i++) {
      one.enqueue("piece-" + i);
    }
    eventually(() -> one.depthIsZero());
    List<String> done =
        one.database
            .transactions()
            .read(
                r -> Handles.of(r).createQuery("select key from done").mapTo(String.class).list());
    assertThat(done).hasSize(100).doesNotHaveDuplicates();
  }

  @Test
  void work_begins_at_once_when_another_node_asks_for_it() {
    Node asking = node();
    Node working = node();
    AtomicInteger begun = new AtomicInteger();
    working.work(
        lease -> {
          begun.incrementAndGet();
          working.complete(lease);
        });
    eventually(() -> begun.get() == 0 && asking.depthIsZero());
    asking.enqueue("now");
    long asked = System.nanoTime();
    eventually(() -> begun.get() == 1);
    assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void what_fails_is_tried_again_and_then_given_up_in_sight() {
    Node node = node();
    AtomicInteger attempts = new AtomicInteger();
    node.work(
        lease -> {
          attempts.incrementAndGet();
          throw new IllegalStateException("broken");
        });
    node.enqueue("bad");
    eventually(() -> !node.dead().isEmpty());
    assertThat(attempts).hasValue(3);
    assertThat(node.dead())
        .singleElement()
        .satisfies(letter -> assertThat(letter.failure()).contains("broken"));
  }

  @Test
  void work_that_takes_longer_than_its_lease_is_kept_while_its_node_lives() {
    Node one = node();
    Node two = node();
    AtomicInteger begun = new AtomicInteger();
    WorkHandler slow =
        lease -> {
          begun.incrementAndGet();
          Thread.sleep(TERM.multipliedBy(4));
          one.complete(lease);
        };
    one.work(slow);
    two.work(slow);
    one.enqueue("slow");
    eventually(() -> begun.get() > 0 && one.depthIsZero());
    assertThat(begun).hasValue(1);
  }

  @Test
  void a_transaction_longer_than_the_lease_is_not_disturbed_once_it_has_completed_its_work() {
    Node one = node();
    Node two = node();
    AtomicInteger begun = new AtomicInteger();
    WorkHandler slow =
        lease ->
            one.database
                .transactions()
                .change(
                    writing -> {
                      one.queue.complete(writing, lease);
                      begun.incrementAndGet();
                      LockSupport.parkNanos(TERM.multipliedBy(4).toNanos());
                    });
    one.work(slow);
    two.work(slow);
    one.enqueue("slow");
    eventually(() -> begun.get() > 0 && one.depthIsZero());
    assertThat(begun).hasValue(1);
    assertThat(one.dead()).isEmpty();
  }

  @Test
  void a_node_s_death_is_no_failure_of_the_work_it_had() {
    Node node = node();
    node.enqueue("unlucky");
    for (int death = 0; death < 3; death++) {
      node.die();
    }
    AtomicInteger attempts = new AtomicInteger();
    node.work(
        lease -> {
          attempts.set(lease.attempt());
          node.complete(lease);
        });
    eventually(node::depthIsZero);
    assertThat(attempts).hasValue(1);
    assertThat(node.dead()).isEmpty();
  }

  @Test
  void work_that_ends_every_node_is_given_up_and_who_waits_for_it_is_told() {
    Node node = node();
    node.enqueue("poison");
    for (int death = 0; death < 4; death++) {
      node.die();
    }
    AtomicInteger begun = new AtomicInteger();
    List<String> told = new CopyOnWriteArrayList<>();
    node.work(
        new WorkHandler() {
          @Override
          public void handle(Lease lease) {
            begun.incrementAndGet();
          }

          @Override
          public void giveUp(Lease lease, String reason) {
            told.add(reason);
          }
        });
    eventually(() -> !node.dead().isEmpty());
    assertThat(begun).hasValue(0);
    // Perhaps more than once: where the machine is slow, the short lease ends before it is buried.
    assertThat(told).first().isEqualTo("4 nodes in a row ended or fell silent with it");
  }

  @Test
  void what_is_given_up_after_failures_is_told_too() {
    Node node = node();
    List<String> told = new CopyOnWriteArrayList<>();
    node.work(
        new WorkHandler() {
          @Override
          public void handle(Lease lease) {
            throw new IllegalStateException("broken");
          }

          @Override
          public void giveUp(Lease lease, String reason) {
            told.add(reason);
            node.complete(lease);
          }
        });
    node.enqueue("bad");
    eventually(node::depthIsZero);
    assertThat(told).singleElement().asString().contains("broken");
  }

  private Node node() {
    Node node = new Node(Database.open(address, 4));
    nodes.add(node);
    return node;
  }

  private static void eventually(BooleanSupplier holds) {
    Instant end = Instant.now().plus(SOON);
    while (!holds.getAsBoolean()) {
      assertThat(Instant.now()).as("in time").isBefore(end);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  /// One of several on one database.
  private static final class Node {
    final Database database;
    final PostgresSignals signals;
    final PostgresWorkQueue queue;
    final List<Workers> workers = new ArrayList<>();

    Node(Database database) {
      this.database = database;
      this.signals = new PostgresSignals(database);
      this.queue = new PostgresWorkQueue(database.transactions(), signals);
    }

    void work(WorkHandler handler) {
      workers.add(
          new Workers(
              queue,
              signals,
              Map.of(SCANS, handler),
              QUICK,
              TERM,
              2,
              Duration.ofSeconds(5),
              "node",
              InstantSource.system()));
    }

    /// Takes a piece of work, and is gone with it.
    void die() {
      eventually(() -> !queue.lease(Set.of(SCANS), 1, Duration.ofMillis(1), "dead").isEmpty());
    }

    void enqueue(String key) {
      database
          .transactions()
          .change(w -> queue.enqueue(w, new Work(SCANS, key, "", Instant.EPOCH)));
    }

    void complete(Lease lease) {
      database.transactions().change(w -> queue.complete(w, lease));
    }

    void finish(Lease lease, String name) {
      database
          .transactions()
          .change(
              w -> {
                Handles.of(w).execute("insert into done values (?, ?)", lease.work().key(), name);
                queue.complete(w, lease);
              });
    }

    boolean depthIsZero() {
      return database.transactions().<Boolean>read(r -> queue.depths(r).isEmpty());
    }

    List<DeadLetter> dead() {
      return database.transactions().read(r -> queue.deadLetters(r, 10));
    }

    void close() {
      workers.forEach(Workers::close);
      signals.close();
      database.close();
    }
  }
}
