package dev.assay.agent;

import dev.assay.agent.ServiceDoor.Answer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/// Calls that are to be made one after the other, each until the service has answered it. One that
/// is refused takes with it those of the same job that were to follow.
final class Errands {
  private final Ticker ticker;
  private final Backoff backoff;
  private final Consumer<String> log;
  private final Deque<Errand> waiting = new ArrayDeque<>();
  private long due;
  private String obstacle = "";

  Errands(Ticker ticker, Backoff backoff, Consumer<String> log) {
    this.ticker = ticker;
    this.backoff = backoff;
    this.log = log;
  }

  /// A call, and the job that it is for.
  ///
  /// @param vital whether the job's others are of no use without it
  private record Errand(String job, boolean vital, Call call) {}

  /// A call of the service.
  interface Call {
    Answer<?> make() throws InterruptedException;
  }

  void add(String job, Call call) {
    waiting.add(new Errand(job, true, call));
  }

  /// Adds one whose refusal means nothing for those that follow.
  void addOptional(String job, Call call) {
    waiting.add(new Errand(job, false, call));
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /// Why the next one waits; empty where nothing is in the way.
  String obstacle() {
    return waiting.isEmpty() ? "" : obstacle;
  }

  /// How long the next one waits.
  Duration wait(Duration idle) {
    return waiting.isEmpty() ? idle : Duration.ofNanos(Math.max(0, due - ticker.nanos()));
  }

  /// Makes those that may be made now.
  void run() throws InterruptedException {
    while (!waiting.isEmpty() && (obstacle.isEmpty() || ticker.nanos() - due >= 0)) {
      Errand errand = waiting.getFirst();
      switch (errand.call().make()) {
        case Answer.Given<?> _ -> {
          waiting.removeFirst();
          backoff.succeeded();
          obstacle = "";
        }
        case Answer.Later<?> later -> {
          obstacle = later.why();
          due = ticker.nanos() + later.pause().orElseGet(backoff::failed).toNanos();
        }
        case Answer.Refused<?>(String why) -> {
          waiting.removeFirst();
          obstacle = "";
          if (errand.vital()) {
            log.accept("benchmark: " + errand.job() + ": " + why);
            waiting.removeIf(other -> other.job().equals(errand.job()));
          }
        }
      }
    }
  }
}
