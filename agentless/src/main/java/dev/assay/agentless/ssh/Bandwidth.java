package dev.assay.agentless.ssh;

import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// How fast files may come in, all connections together: what was read has to be waited for before
/// more is asked for.
public final class Bandwidth {
  private final long bytesPerSecond;
  private final LongSupplier nanoTime;
  private final Pause pause;
  private long freeAt;

  Bandwidth(long bytesPerSecond, LongSupplier nanoTime, Pause pause) {
    this.bytesPerSecond = bytesPerSecond;
    this.nanoTime = nanoTime;
    this.pause = pause;
    this.freeAt = nanoTime.getAsLong();
  }

  /// A limit in bytes for each second; 0 for none.
  public static Bandwidth of(long bytesPerSecond) {
    return new Bandwidth(bytesPerSecond, System::nanoTime, TimeUnit.NANOSECONDS::sleep);
  }

  /// How to wait.
  interface Pause {
    void nanos(long nanos) throws InterruptedException;
  }

  /// Waits until as much as has just been read would have come in at the limit.
  void account(int bytes) throws InterruptedIOException {
    if (bytesPerSecond == 0) {
      return;
    }
    long wait = booked(bytes);
    try {
      if (wait > 0) {
        pause.nanos(wait);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("The reading was interrupted.");
    }
  }

  private synchronized long booked(int bytes) {
    long now = nanoTime.getAsLong();
    long cost = Math.round(bytes * 1e9 / bytesPerSecond);
    freeAt = Math.max(freeAt, now) + cost;
    return freeAt - now;
  }
}
