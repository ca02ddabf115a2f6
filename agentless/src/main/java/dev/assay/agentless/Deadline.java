package dev.assay.agentless;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Ends something that has taken too long.
final class Deadline implements AutoCloseable {
  private final CompletableFuture<Void> alarm;
  private volatile boolean passed;

  private Deadline(Duration after, Runnable end) {
    this.alarm =
        CompletableFuture.runAsync(
            () -> {
              passed = true;
              end.run();
            },
            CompletableFuture.delayedExecutor(after.toMillis(), TimeUnit.MILLISECONDS));
  }

  static Deadline of(Duration after, Runnable end) {
    return new Deadline(after, end);
  }

  boolean passed() {
    return passed;
  }

  @Override
  public void close() {
    alarm.cancel(false);
  }
}
