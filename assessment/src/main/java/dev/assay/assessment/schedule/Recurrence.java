package dev.assay.assessment.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Something that recurs, and up to which moment it was seen to.
///
/// Each planned moment is decided on once. What was missed, because no node ran, is made up for
/// once, by the newest of the missed moments and only while that is not longer ago than `grace`;
/// earlier ones are over. Where the run before has not ended, the moment passes without another. A
/// restart changes nothing, since all there is to know is here.
///
/// @param begun when it was set up
/// @param seenTo moments up to this one are decided
public record Recurrence(Schedule schedule, Instant begun, Instant seenTo, Duration grace) {

  /// What is to be done at a moment.
  public sealed interface Decision {
    /// When to ask again; null where nothing is planned any more.
    @Nullable Instant next();

    /// Nothing is due.
    record NotYet(@Nullable Instant next) implements Decision {}

    /// To begin for that planned moment.
    record Begin(Instant planned, @Nullable Instant next) implements Decision {}

    /// The run before goes on: not to begin.
    record Overlapped(Instant planned, @Nullable Instant next) implements Decision {}

    /// Too late for that planned moment: not to begin.
    record Missed(Instant planned, @Nullable Instant next) implements Decision {}
  }

  /// Decides on every moment up to now.
  ///
  /// @param running whether the run before has not ended
  public Decision decide(Instant now, boolean running) {
    Instant newest = null;
    Optional<Instant> moment = schedule.next(lookedAtFrom(now), begun);
    while (moment.isPresent() && !moment.get().isAfter(now)) {
      newest = moment.get();
      moment = schedule.next(newest, begun);
    }
    Instant next = moment.orElse(null);
    if (newest == null) {
      Optional<Instant> old = schedule.next(seenTo, begun).filter(one -> !one.isAfter(now));
      return old.isPresent() ? new Decision.Missed(old.get(), next) : new Decision.NotYet(next);
    }
    return running ? new Decision.Overlapped(newest, next) : new Decision.Begin(newest, next);
  }

  /// Moments longer ago than the grace are not gone through one by one: there may be millions.
  private Instant lookedAtFrom(Instant now) {
    Instant earliest = now.minus(grace).minusNanos(1);
    return seenTo.isBefore(earliest) ? earliest : seenTo;
  }

  /// The same after what was decided at a moment.
  public Recurrence seen(Instant now) {
    return new Recurrence(schedule, begun, now, grace);
  }
}
