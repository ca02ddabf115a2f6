package dev.assay.assessment.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LocalTimesTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void a_time_that_comes_twice_counts_once_the_first_time() {
    Schedule daily = LocalTimes.daily(LocalTime.of(2, 30), BERLIN);

    assertThat(moments(daily, "2026-10-24T12:00:00Z", 2))
        .containsExactly(
            Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-26T01:30:00Z"));
  }

  @Test
  void a_time_that_is_left_out_comes_an_hour_later() {
    Schedule daily = LocalTimes.daily(LocalTime.of(2, 30), BERLIN);

    assertThat(moments(daily, "2026-03-28T12:00:00Z", 2))
        .containsExactly(
            Instant.parse("2026-03-29T01:30:00Z"), Instant.parse("2026-03-30T00:30:00Z"));
  }

  @Test
  void a_month_has_one_moment_on_its_first_such_weekday() {
    Schedule monthly = LocalTimes.monthly(LocalTime.of(9, 5), ZoneId.of("UTC"), DayOfWeek.SUNDAY);

    assertThat(moments(monthly, "2026-11-01T09:05:00Z", 2))
        .containsExactly(
            Instant.parse("2026-12-06T09:05:00Z"), Instant.parse("2027-01-03T09:05:00Z"));
  }

  @Test
  void once_is_at_the_beginning_and_never_again() {
    Instant begun = Instant.parse("2026-11-01T12:00:00Z");
    assertThat(new Schedule.Once().next(begun.minusMillis(1), begun)).contains(begun);
    assertThat(new Schedule.Once().next(begun, begun)).isEmpty();
  }

  @Test
  void every_day_of_a_year_has_its_moment_as_a_calendar_counts_it() {
    Random random = new Random(11);
    List<String> zones =
        List.of(
            "UTC",
            "Europe/Berlin",
            "America/St_Johns",
            "Australia/Lord_Howe",
            "Africa/Cairo",
            "America/Havana",
            "Asia/Kathmandu",
            "Pacific/Apia");
    for (String zone : zones) {
      for (int i = 0; i < 20; i++) {
        LocalTime time = LocalTime.of(random.nextInt(24), random.nextInt(60));
        Set<DayOfWeek> days = someDays(random);
        boolean first = random.nextInt(4) == 0;
        ZoneId id = ZoneId.of(zone);
        LocalTimes schedule = new LocalTimes(time, id, days, first);
        Instant from = LocalDate.of(2024, 1, 1).atStartOfDay(id).toInstant();

        assertThat(moments(schedule, from.toString(), 40))
            .as("%s %s %s %s", zone, time, days, first)
            .isEqualTo(byTheCalendar(time, id, days, first, from, 40));
      }
    }
  }

  private static Set<DayOfWeek> someDays(Random random) {
    EnumSet<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)));
    for (DayOfWeek day : DayOfWeek.values()) {
      if (random.nextBoolean()) {
        days.add(day);
      }
    }
    return days;
  }

  /// The slow way: day by day, the earliest minute whose wall clock says the time or, where no
  /// minute does, the first one after the gap plus what the time lies into the gap.
  private static List<Instant> byTheCalendar(
      LocalTime time, ZoneId zone, Set<DayOfWeek> days, boolean first, Instant from, int many) {
    List<Instant> moments = new ArrayList<>();
    LocalDate date = LocalDate.ofInstant(from, zone).minusDays(2);
    while (moments.size() < many) {
      boolean wanted = days.contains(date.getDayOfWeek());
      boolean isFirst = date.minusDays(7).getMonth() != date.getMonth();
      if (wanted && (!first || isFirst)) {
        Instant moment = minute(date, time, zone);
        if (moment.isAfter(from)) {
          moments.add(moment);
        }
      }
      date = date.plusDays(1);
    }
    return moments;
  }

  private static Instant minute(LocalDate date, LocalTime time, ZoneId zone) {
    ZonedDateTime start = date.atStartOfDay(zone).minusHours(3);
    ZonedDateTime before = start;
    for (int i = 0; i < 60 * 31; i++) {
      ZonedDateTime at = start.plusMinutes(i);
      if (at.toLocalDateTime().equals(date.atTime(time))) {
        return at.toInstant();
      }
      if (at.toLocalDateTime().isAfter(date.atTime(time))
          && before.toLocalDateTime().isBefore(date.atTime(time))) {
        long into =
            java.time.Duration.between(
                    before.plusMinutes(1).withZoneSameInstant(before.getOffset()).toLocalDateTime(),
                    date.atTime(time))
                .toMinutes();
        return at.plusMinutes(into).toInstant();
      }
      before = at;
    }
    throw new IllegalStateException("no such minute: " + date + " " + time + " " + zone);
  }

  private static List<Instant> moments(Schedule schedule, String from, int many) {
    List<Instant> moments = new ArrayList<>();
    Instant after = Instant.parse(from);
    while (moments.size() < many) {
      after = schedule.next(after, Instant.EPOCH).orElseThrow();
      moments.add(after);
    }
    return moments;
  }
}
