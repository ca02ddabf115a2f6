package dev.assay.store;

import dev.assay.assessment.transaction.ContendedException;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.assessment.transaction.UnavailableException;
import dev.assay.assessment.transaction.Writing;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Transactions of PostgreSQL, run again where they lose to others.
final class JdbiTransactions implements Transactions {
  static final int MOST_ATTEMPTS = 12;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);
  private static final ScopedValue<Boolean> OPEN = ScopedValue.newInstance();

  private final Jdbi jdbi;

  JdbiTransactions(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public <T extends @Nullable Object> T read(Function<? super Reading, T> work) {
    return run(Mode.READ, work);
  }

  @Override
  public <T extends @Nullable Object> T write(Function<? super Writing, T> work) {
    return run(Mode.WRITE, work);
  }

  @Override
  public <T extends @Nullable Object> T writeInTurn(Function<? super Writing, T> work) {
    return run(Mode.WRITE_IN_TURN, work);
  }

  @Override
  public <T extends @Nullable Object> T note(Function<? super Writing, T> work) {
    return run(Mode.NOTE, work);
  }

  private <T extends @Nullable Object> T run(Mode mode, Function<? super Writing, T> work) {
    if (OPEN.isBound()) {
      throw new IllegalStateException("a transaction is open already: pass it on");
    }
    return ScopedValue.where(OPEN, true).call(() -> retried(mode, work));
  }

  private <T extends @Nullable Object> T retried(Mode mode, Function<? super Writing, T> work) {
    for (int attempt = 1; ; attempt++) {
      Commit commit = new Commit();
      try {
        return attempt(mode, work, commit);
      } catch (RuntimeException failure) {
        switch (Failure.of(failure)) {
          case CONTENDED -> {
            if (attempt == MOST_ATTEMPTS) {
              throw new ContendedException(attempt, failure);
            }
          }
          case UNREACHABLE -> {
            if (commit.begun) {
              throw new UnavailableException(
                  "the connection was lost while committing: the change may have been made",
                  failure);
            }
            if (attempt == MOST_ATTEMPTS) {
              throw new UnavailableException("the database cannot be reached", failure);
            }
          }
          case OTHER -> throw failure;
        }
        pause(attempt);
      }
    }
  }

  private <T extends @Nullable Object> T attempt(
      Mode mode, Function<? super Writing, T> work, Commit commit) {
    try (Handle handle = jdbi.open()) {
      handle.setReadOnly(mode == Mode.READ);
      handle.begin();
      try {
        switch (mode) {
          case WRITE_IN_TURN -> handle.execute("set transaction isolation level read committed");
          case NOTE -> handle.execute("set local synchronous_commit = off");
          case READ, WRITE -> {}
        }
        T answer = work.apply(new JdbiTransaction(handle));
        commit.begun = true;
        handle.commit();
        return answer;
      } catch (Throwable failure) {
        rollback(handle, failure);
        throw failure;
      }
    }
  }

  private static void rollback(Handle handle, Throwable failure) {
    try {
      if (handle.isInTransaction()) {
        handle.rollback();
      }
    } catch (RuntimeException lost) {
      failure.addSuppressed(lost);
    }
  }

  /// Grows, and differs between threads, so that those who collided once do not meet again.
  private static void pause(int attempt) {
    long most =
        Math.min(LONGEST_PAUSE.toNanos(), FIRST_PAUSE.toNanos() << Math.min(attempt, Integer.SIZE));
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most / 2, most));
  }

  private enum Mode {
    READ,
    WRITE,
    WRITE_IN_TURN,
    NOTE
  }

  /// Whether the server may have been told to commit.
  private static final class Commit {
    boolean begun;
  }
}
