package dev.assay.agent;

import dev.assay.awsapi.assay.CollectingRun;
import dev.assay.awsapi.assay.CollectorSchedule;
import dev.assay.awsapi.assay.SendHeartbeatResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/// When an agent does what: by itself at first, then as the service asks, within bounds that no
/// service can move.
final class Timetable {
  private static final Duration SOONEST = Duration.ofSeconds(10);
  private static final Duration LATEST = Duration.ofDays(7);
  private static final Duration USUAL = Duration.ofHours(1);
  private static final Duration HEARTBEAT = Duration.ofMinutes(1);
  private static final double JITTER = 0.1;

  private final Ticker ticker;
  private final RandomGenerator random;
  private final Map<String, Duration> intervals = new HashMap<>();
  private final Map<String, Long> due = new HashMap<>();
  private final Set<String> runs = new HashSet<>();
  private Duration heartbeat = HEARTBEAT;
  private long heartbeatDue;
  private long sendingDue;

  /// Everything is due at once.
  Timetable(Set<String> collectors, Ticker ticker, RandomGenerator random) {
    this.ticker = ticker;
    this.random = random;
    long now = ticker.nanos();
    heartbeatDue = now;
    sendingDue = now;
    for (String collector : collectors) {
      intervals.put(collector, USUAL);
      due.put(collector, now);
    }
  }

  /// Takes what the service asks for. A run that is new makes every collector due: it is to see
  /// the host as it is now.
  void follow(SendHeartbeatResponse orders) {
    heartbeat = bounded(orders.heartbeatSeconds());
    for (CollectorSchedule schedule : orders.schedules()) {
      if (intervals.containsKey(schedule.collector())) {
        Duration interval = bounded(schedule.intervalSeconds());
        intervals.put(schedule.collector(), interval);
        due.merge(schedule.collector(), ticker.nanos() + interval.toNanos(), Math::min);
      }
    }
    Set<String> now = new HashSet<>();
    for (CollectingRun run : orders.runs()) {
      now.add(run.runArn());
    }
    if (!runs.containsAll(now)) {
      due.replaceAll((_, _) -> ticker.nanos());
    }
    runs.clear();
    runs.addAll(now);
  }

  private static Duration bounded(int seconds) {
    Duration asked = Duration.ofSeconds(seconds);
    if (asked.compareTo(SOONEST) < 0) {
      return SOONEST;
    }
    return asked.compareTo(LATEST) > 0 ? LATEST : asked;
  }

  /// Whether it collects for a run.
  boolean isInRun() {
    return !runs.isEmpty();
  }

  boolean isHeartbeatDue() {
    return isOver(heartbeatDue);
  }

  void heartbeatSent() {
    heartbeatDue = in(jittered(heartbeat));
  }

  void heartbeatAgainIn(Duration wait) {
    heartbeatDue = in(wait);
  }

  boolean isDue(String collector) {
    return isOver(due.getOrDefault(collector, ticker.nanos()));
  }

  void collected(String collector) {
    due.put(collector, in(jittered(intervals.getOrDefault(collector, USUAL))));
  }

  boolean maySend() {
    return isOver(sendingDue);
  }

  void sendAgainIn(Duration wait) {
    sendingDue = in(wait);
  }

  /// How long nothing is due.
  ///
  /// @param waiting whether there is anything to send
  Duration idle(boolean waiting) {
    long now = ticker.nanos();
    long next = heartbeatDue - now;
    for (long one : due.values()) {
      next = Math.min(next, one - now);
    }
    if (waiting) {
      next = Math.min(next, sendingDue - now);
    }
    return Duration.ofNanos(Math.max(0, next));
  }

  private boolean isOver(long moment) {
    return ticker.nanos() - moment >= 0;
  }

  private long in(Duration wait) {
    return ticker.nanos() + wait.toNanos();
  }

  private Duration jittered(Duration interval) {
    double factor = 1 - JITTER * random.nextDouble();
    return Duration.ofNanos((long) (interval.toNanos() * factor));
  }
}
