package dev.assay.store.signal;

import dev.assay.assessment.signal.SignalName;
import dev.assay.assessment.signal.Signals;
import dev.assay.assessment.transaction.Writing;
import dev.assay.store.Database;
import dev.assay.store.Handles;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/// One channel of one connection carries all signals; a thread of its own waits on it, and after
/// every loss of the connection tells all listeners that they may have missed some.
public final class PostgresSignals implements Signals, AutoCloseable {
  private static final System.Logger LOGGER = System.getLogger(PostgresSignals.class.getName());
  private static final String CHANNEL = "assay_signal";
  private static final char SEPARATOR = ':';

  /// How long a wait lasts before the connection is tried.
  private static final Duration WAIT = Duration.ofSeconds(10);

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Database database;
  private final Map<SignalName, List<Consumer<Signal>>> listeners = new ConcurrentHashMap<>();
  private final Thread ear;
  private volatile boolean closed;
  private boolean hearing;

  public PostgresSignals(Database database) {
    this.database = database;
    this.ear = Thread.ofVirtual().name("signals").start(this::listen);
  }

  @Override
  public void send(Writing transaction, SignalName name, String subject) {
    Handles.of(transaction)
        .createQuery("select 1 from pg_notify(:channel, :message)")
        .bind("channel", CHANNEL)
        .bind("message", name.value() + SEPARATOR + subject)
        .mapTo(Integer.class)
        .one();
  }

  @Override
  public Subscription listen(SignalName name, Consumer<Signal> listener) {
    List<Consumer<Signal>> all =
        listeners.computeIfAbsent(name, key -> new CopyOnWriteArrayList<>());
    synchronized (this) {
      all.add(listener);
      if (hearing) {
        tell(List.of(listener), new Signal.Missed());
      }
    }
    return () -> all.remove(listener);
  }

  private void listen() {
    while (!closed) {
      try (Connection connection = database.newConnection()) {
        hear(connection);
      } catch (SQLException lost) {
        if (!closed) {
          LOGGER.log(
              System.Logger.Level.WARNING,
              "signals are not heard until reconnected: {0}",
              lost.getMessage());
        }
      }
      synchronized (this) {
        hearing = false;
      }
      pause();
    }
  }

  private void hear(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("listen " + CHANNEL);
    }
    synchronized (this) {
      hearing = true;
      listeners.values().forEach(all -> tell(all, new Signal.Missed()));
    }
    PGConnection ears = connection.unwrap(PGConnection.class);
    while (!closed) {
      PGNotification[] heard = ears.getNotifications((int) WAIT.toMillis());
      if (heard.length == 0 && !closed && !connection.isValid((int) WAIT.toSeconds())) {
        throw new SQLException("the connection no longer answers");
      }
      for (PGNotification notification : heard) {
        pass(notification.getParameter());
      }
    }
  }

  private void pass(String message) {
    int end = message.indexOf(SEPARATOR);
    if (end < 0) {
      return;
    }
    SignalName name = new SignalName(message.substring(0, end));
    tell(listeners.getOrDefault(name, List.of()), new Signal.Changed(message.substring(end + 1)));
  }

  private static void tell(List<Consumer<Signal>> all, Signal signal) {
    for (Consumer<Signal> listener : all) {
      try {
        listener.accept(signal);
      } catch (RuntimeException defect) {
        LOGGER.log(System.Logger.Level.ERROR, "a listener failed", defect);
      }
    }
  }

  private void pause() {
    if (closed) {
      return;
    }
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException asked) {
      // Only `close` interrupts this thread, and it has said so in `closed`.
    }
  }

  @Override
  public void close() {
    closed = true;
    ear.interrupt();
  }
}
