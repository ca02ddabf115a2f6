package dev.assay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.assay.assessment.transaction.ContendedException;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.store.scratch.ScratchDatabases;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TransactionsTest {
  private static final Database DATABASE = ScratchDatabases.open();
  private final Transactions transactions = DATABASE.transactions();

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @BeforeEach
  void two_accounts() {
    transactions.change(
        writing ->
            Handles.of(writing)
                .createScript(
                    """
                    create table if not exists counted (name text primary key, value integer not null);
                    delete from counted;
                    insert into counted values ('a', 0), ('b', 0)""")
                .execute());
  }

  @Test
  void what_throws_changes_nothing() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                transactions.change(
                    writing -> {
                      add(writing, "a");
                      throw new IllegalStateException("no");
                    }));
    assertThat(value("a")).isZero();
  }

  @Test
  void a_transaction_opened_to_read_changes_nothing() {
    assertThatExceptionOfType(UnableToExecuteStatementException.class)
        .isThrownBy(() -> transactions.read(reading -> add(reading, "a")))
        .withMessageContaining("read-only");
    assertThat(transactions.<Integer>write(writing -> add(writing, "a"))).isEqualTo(1);
  }

  @Test
  void only_a_note_does_not_wait_for_the_disk() {
    assertThat(
            transactions.<String>note(
                writing -> {
                  add(writing, "a");
                  return waiting(writing);
                }))
        .isEqualTo("off session");

    assertThat(value("a")).isEqualTo(1);
    for (int connection = 0; connection < 20; connection++) {
      assertThat(transactions.<String>write(TransactionsTest::waiting)).doesNotEndWith("session");
    }
  }

  /// Whether a commit waits for the disk, and who says so.
  private static String waiting(Reading transaction) {
    return Handles.of(transaction)
        .createQuery(
            "select setting || ' ' || source from pg_settings where name = 'synchronous_commit'")
        .mapTo(String.class)
        .one();
  }

  @Test
  void a_read_sees_one_moment() {
    transactions.<Integer>read(
        reading -> {
          int before = value(reading, "a");
          inAnotherThread(() -> transactions.<Integer>write(writing -> add(writing, "a")));
          assertThat(value(reading, "a")).isEqualTo(before);
          return before;
        });
    assertThat(value("a")).isEqualTo(1);
  }

  @Test
  void what_is_decided_on_a_read_that_another_overtook_is_decided_again() throws Exception {
    atOnce(
        8,
        () -> {
          transactions.change(writing -> set(writing, "a", value(writing, "a") + 1));
          return null;
        });
    assertThat(value("a")).isEqualTo(8);
  }

  @Test
  void work_in_turn_is_run_once() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    atOnce(
        8,
        () ->
            transactions.<Integer>writeInTurn(
                writing -> {
                  runs.incrementAndGet();
                  return add(writing, "a");
                }));
    assertThat(value("a")).isEqualTo(8);
    assertThat(runs).hasValue(8);
  }

  @Test
  void a_deadlock_ends_with_both_done() throws Exception {
    CyclicBarrier bothHoldOne = new CyclicBarrier(2);
    AtomicInteger runs = new AtomicInteger();
    AtomicInteger threads = new AtomicInteger();
    atOnce(
        2,
        () -> {
          boolean first = threads.getAndIncrement() == 0;
          transactions.<Integer>writeInTurn(
              writing -> {
                add(writing, first ? "a" : "b");
                if (runs.incrementAndGet() <= 2) {
                  await(bothHoldOne);
                }
                return add(writing, first ? "b" : "a");
              });
          return null;
        });
    assertThat(value("a")).isEqualTo(2);
    assertThat(value("b")).isEqualTo(2);
    assertThat(runs).hasValueGreaterThan(2);
  }

  @Test
  void work_that_always_loses_says_so() {
    assertThatExceptionOfType(ContendedException.class)
        .isThrownBy(
            () ->
                transactions.change(
                    writing -> {
                      int before = value(writing, "a");
                      inAnotherThread(
                          () -> transactions.<Integer>writeInTurn(other -> add(other, "a")));
                      set(writing, "a", before + 1);
                    }));
    assertThat(value("a")).isEqualTo(JdbiTransactions.MOST_ATTEMPTS);
  }

  @Test
  void a_transaction_in_a_transaction_is_a_mistake() {
    assertThatIllegalStateException()
        .isThrownBy(() -> transactions.<Integer>read(outer -> value("a")))
        .withMessageContaining("pass it on");
  }

  @Test
  void a_connection_that_is_cut_before_the_commit_is_replaced() {
    AtomicInteger runs = new AtomicInteger();
    transactions.change(
        writing -> {
          add(writing, "a");
          if (runs.incrementAndGet() == 1) {
            Handles.of(writing).execute("select pg_terminate_backend(pg_backend_pid())");
          }
        });
    assertThat(value("a")).isEqualTo(1);
    assertThat(runs).hasValue(2);
  }

  private int value(String name) {
    return transactions.<Integer>read(reading -> value(reading, name));
  }

  private static int value(Reading reading, String name) {
    return Handles.of(reading)
        .createQuery("select value from counted where name = :name")
        .bind("name", name)
        .mapTo(Integer.class)
        .one();
  }

  private static int add(Reading transaction, String name) {
    return Handles.of(transaction)
        .createUpdate("update counted set value = value + 1 where name = :name")
        .bind("name", name)
        .execute();
  }

  private static void set(Reading transaction, String name, int value) {
    Handles.of(transaction)
        .createUpdate("update counted set value = :value where name = :name")
        .bind("name", name)
        .bind("value", value)
        .execute();
  }

  private static void inAnotherThread(Runnable work) {
    try {
      Thread.ofVirtual().start(work).join();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static void atOnce(int threads, Callable<?> work) throws Exception {
    List<Future<?>> all = new ArrayList<>();
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < threads; i++) {
        all.add(executor.submit(work));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
  }
}
