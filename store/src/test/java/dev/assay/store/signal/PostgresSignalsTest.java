package dev.assay.store.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.assay.assessment.signal.SignalName;
import dev.assay.assessment.signal.Signals.Signal;
import dev.assay.store.Database;
import dev.assay.store.DatabaseAddress;
import dev.assay.store.Handles;
import dev.assay.store.scratch.ScratchDatabases;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PostgresSignalsTest {
  private static final SignalName NEWS = new SignalName("news");
  private static final SignalName OTHER = new SignalName("other");

  private final DatabaseAddress address = ScratchDatabases.newAddress();
  private final Database here = Database.open(address, 2);
  private final Database there = Database.open(address, 2);
  private final PostgresSignals sender = new PostgresSignals(here);
  private final PostgresSignals receiver = new PostgresSignals(there);
  private final BlockingQueue<Signal> heard = new LinkedBlockingQueue<>();

  @BeforeEach
  void listen() throws InterruptedException {
    receiver.listen(NEWS, heard::add);
    assertThat(next()).as("once it listens").isEqualTo(new Signal.Missed());
  }

  @AfterEach
  void close() {
    sender.close();
    receiver.close();
    here.close();
    there.close();
  }

  @Test
  void another_node_hears_what_was_committed() throws InterruptedException {
    here.transactions().change(writing -> sender.send(writing, NEWS, "a:b"));
    assertThat(next()).isEqualTo(new Signal.Changed("a:b"));
  }

  @Test
  void nobody_hears_what_was_rolled_back_or_is_of_another_name() throws InterruptedException {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                here.transactions()
                    .change(
                        writing -> {
                          sender.send(writing, NEWS, "rolled back");
                          throw new IllegalStateException("no");
                        }));
    here.transactions().change(writing -> sender.send(writing, OTHER, "of another name"));
    here.transactions().change(writing -> sender.send(writing, NEWS, "last"));
    assertThat(next()).isEqualTo(new Signal.Changed("last"));
  }

  @Test
  void whoever_loses_the_connection_is_told_and_hears_again() throws InterruptedException {
    here.transactions()
        .change(
            writing ->
                Handles.of(writing)
                    .execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where query like 'listen%' and datname = current_database()"));
    assertThat(next()).isEqualTo(new Signal.Missed());
    here.transactions().change(writing -> sender.send(writing, NEWS, "again"));
    assertThat(next()).isEqualTo(new Signal.Changed("again"));
  }

  private Signal next() throws InterruptedException {
    return heard.poll(20, TimeUnit.SECONDS);
  }
}
