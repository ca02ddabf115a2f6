package dev.assay.server.work;

import dev.assay.assessment.signal.Signals;
import dev.assay.assessment.work.Lease;
import dev.assay.assessment.work.LeaseLostException;
import dev.assay.assessment.work.QueueName;
import dev.assay.assessment.work.RetryPolicy;
import dev.assay.assessment.work.WorkHandler;
import dev.assay.assessment.work.WorkQueue;
import dev.assay.store.work.PostgresWorkQueue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/// The workers of one node: one thread takes leases, each piece is done in a virtual thread of its
/// own, and its lease is extended until it ends. A signal, the moment of the next piece or, should
/// a signal be lost, a few seconds wake the first.
public final class Workers implements AutoCloseable {
  private static final System.Logger LOGGER = System.getLogger(Workers.class.getName());
  private static final Duration LONGEST_SLEEP = Duration.ofSeconds(5);
  private static final int LONGEST_FAILURE = 2_000;

  private final WorkQueue queue;
  private final Map<QueueName, WorkHandler> handlers;
  private final RetryPolicy policy;
  private final Duration term;
  private final String node;
  private final InstantSource clock;
  private final int places;
  private final Duration grace;
  private final Semaphore free;
  private final Semaphore wake = new Semaphore(0);
  private final Signals.Subscription subscription;
  private final Thread taker;
  private volatile boolean closing;

  /// Starts to work.
  ///
  /// @param places pieces done at once
  /// @param term how long a node that fell silent keeps its pieces
  /// @param grace how long `close` waits for pieces that have begun
  public Workers(
      WorkQueue queue,
      Signals signals,
      Map<QueueName, WorkHandler> handlers,
      RetryPolicy policy,
      Duration term,
      int places,
      Duration grace,
      String node,
      InstantSource clock) {
    this.queue = queue;
    this.handlers = Map.copyOf(handlers);
    this.policy = policy;
    this.term = term;
    this.places = places;
    this.grace = grace;
    this.free = new Semaphore(places);
    this.node = node;
    this.clock = clock;
    this.subscription = signals.listen(PostgresWorkQueue.ADDED, signal -> wake.release());
    this.taker = Thread.ofVirtual().name("work").start(this::take);
  }

  private void take() {
    while (!closing) {
      try {
        free.acquire();
        int more = free.drainPermits();
        int taken = 0;
        try {
          for (Lease lease : queue.lease(handlers.keySet(), 1 + more, term, node)) {
            taken++;
            Thread.ofVirtual().name("work " + lease.work().queue()).start(() -> doOne(lease));
          }
        } finally {
          free.release(1 + more - taken);
        }
        if (taken == 0) {
          sleep();
        }
      } catch (InterruptedException asked) {
        return;
      } catch (RuntimeException failure) {
        LOGGER.log(System.Logger.Level.WARNING, "no work could be taken", failure);
        pause();
      }
    }
  }

  private void sleep() throws InterruptedException {
    Optional<Instant> next = queue.nextDue(handlers.keySet());
    Duration until = next.map(due -> Duration.between(clock.instant(), due)).orElse(LONGEST_SLEEP);
    long millis = Math.clamp(until.toMillis(), 1, LONGEST_SLEEP.toMillis());
    if (wake.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
      wake.drainPermits();
    }
  }

  private void pause() {
    try {
      Thread.sleep(LONGEST_SLEEP);
    } catch (InterruptedException asked) {
      closing = true;
    }
  }

  private void doOne(Lease lease) {
    CountDownLatch done = new CountDownLatch(1);
    Thread.ofVirtual().name("lease").start(() -> extend(lease, done));
    WorkHandler handler = Objects.requireNonNull(handlers.get(lease.work().queue()));
    try {
      if (policy.isSuspectAfter(lease.deaths())) {
        giveUp(handler, lease, lease.deaths() + " nodes in a row ended or fell silent with it");
      } else {
        handler.handle(lease);
      }
    } catch (LeaseLostException another) {
      LOGGER.log(System.Logger.Level.INFO, another.getMessage());
    } catch (Exception failure) {
      failed(handler, lease, failure);
    } finally {
      done.countDown();
      free.release();
    }
  }

  private void failed(WorkHandler handler, Lease lease, Exception failure) {
    String words = failure.toString();
    String shortened = words.substring(0, Math.min(words.length(), LONGEST_FAILURE));
    LOGGER.log(
        System.Logger.Level.WARNING,
        "work "
            + lease.work().queue()
            + "/"
            + lease.work().key()
            + " failed, attempt "
            + lease.attempt(),
        failure);
    try {
      if (policy.isExhaustedBy(lease.attempt())) {
        giveUp(handler, lease, shortened);
      } else {
        queue.retry(
            lease, policy.pauseAfter(lease.attempt(), ThreadLocalRandom.current()), shortened);
      }
    } catch (RuntimeException unreachable) {
      // The lease runs out, and then another attempt begins.
      LOGGER.log(System.Logger.Level.WARNING, "the failure could not be noted", unreachable);
    }
  }

  private void giveUp(WorkHandler handler, Lease lease, String reason) {
    try {
      handler.giveUp(lease, reason);
    } catch (RuntimeException failure) {
      LOGGER.log(System.Logger.Level.WARNING, "what work was for could not be ended", failure);
    }
    // Does nothing where the handler has completed it.
    queue.bury(lease, reason);
  }

  /// Extends a lease until its work is done. It is not interrupted: an extension that waits for the
  /// work's own transaction ends with it, while an interrupt would close its connection.
  private void extend(Lease lease, CountDownLatch done) {
    boolean held = true;
    while (held) {
      try {
        held = !done.await(term.toMillis() / 3, TimeUnit.MILLISECONDS) && queue.extend(lease, term);
      } catch (InterruptedException asked) {
        return;
      } catch (RuntimeException unreachable) {
        LOGGER.log(System.Logger.Level.WARNING, "a lease could not be extended", unreachable);
      }
    }
  }

  /// Takes no more work, and waits for what is being done.
  @Override
  public void close() {
    closing = true;
    subscription.close();
    taker.interrupt();
    try {
      if (!free.tryAcquire(places, grace.toMillis(), TimeUnit.MILLISECONDS)) {
        LOGGER.log(
            System.Logger.Level.WARNING, "stopped with work half done; it will be done again");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
