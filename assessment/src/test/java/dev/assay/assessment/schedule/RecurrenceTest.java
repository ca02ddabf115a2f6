package dev.assay.assessment.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.schedule.Recurrence.Decision;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class RecurrenceTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final Recurrence hourly =
      new Recurrence(Schedule.parse("rate(1 hour)"), NOON, NOON, Duration.ofMinutes(30));

  @Test
  void before_its_moment_nothing_is_due() {
    assertThat(hourly.decide(at(59), false)).isEqualTo(new Decision.NotYet(at(60)));
  }

  @Test
  void each_moment_begins_once_also_after_a_restart() {
    assertThat(hourly.decide(at(61), false)).isEqualTo(new Decision.Begin(at(60), at(120)));
    assertThat(hourly.seen(at(61)).decide(at(62), false)).isEqualTo(new Decision.NotYet(at(120)));
  }

  @Test
  void of_missed_moments_the_newest_is_made_up_for() {
    assertThat(hourly.decide(at(250), false)).isEqualTo(new Decision.Begin(at(240), at(300)));
  }

  @Test
  void a_moment_that_is_too_long_ago_is_missed() {
    assertThat(hourly.decide(at(239), false)).isEqualTo(new Decision.Missed(at(60), at(240)));
  }

  @Test
  void while_the_run_before_goes_on_a_moment_passes() {
    assertThat(hourly.decide(at(61), true)).isEqualTo(new Decision.Overlapped(at(60), at(120)));
  }

  private static Instant at(int minutes) {
    return NOON.plus(Duration.ofMinutes(minutes));
  }
}
