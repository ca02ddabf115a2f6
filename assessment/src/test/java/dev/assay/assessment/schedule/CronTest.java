package dev.assay.assessment.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CronTest {
  private static final Instant BEGUN = Instant.parse("2026-01-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cron(15 10 * * ? *)        | 2026-03-01T10:15:00Z | 2026-03-02T10:15:00Z
          cron(15 10 * * ? *)        | 2026-03-01T10:14:59Z | 2026-03-01T10:15:00Z
          cron(0/15 8-9 ? * MON *)   | 2026-03-02T09:45:00Z | 2026-03-09T08:00:00Z
          cron(0 0 L * ? *)          | 2028-02-01T00:00:00Z | 2028-02-29T00:00:00Z
          cron(0 0 1W * ? *)         | 2026-07-31T00:00:00Z | 2026-08-03T00:00:00Z
          cron(0 0 LW * ? *)         | 2026-05-01T00:00:00Z | 2026-05-29T00:00:00Z
          cron(0 0 ? * 2#1 *)        | 2026-03-03T00:00:00Z | 2026-04-06T00:00:00Z
          cron(0 0 ? * FRIL *)       | 2026-03-01T00:00:00Z | 2026-03-27T00:00:00Z
          cron(0 0 31 FEB,MAR ? *)   | 2026-01-01T00:00:00Z | 2026-03-31T00:00:00Z
          cron(0 0 1 1 ? 2030-2040)  | 2026-01-01T00:00:00Z | 2030-01-01T00:00:00Z
          rate(5 minutes)            | 2026-01-01T00:05:00Z | 2026-01-01T00:10:00Z
          rate(1 day)                | 2026-01-01T00:00:01Z | 2026-01-02T00:00:00Z
          """)
  void the_next_moment(String expression, Instant after, Instant next) {
    assertThat(Schedule.parse(expression).next(after, BEGUN)).contains(next);
  }

  @Test
  void what_is_over_has_no_next_moment() {
    assertThat(Schedule.parse("cron(0 0 1 1 ? 2020)").next(BEGUN, BEGUN)).isEmpty();
    assertThat(Schedule.parse("cron(0 0 31 2 ? *)").next(BEGUN, BEGUN)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cron(0 0 * * * *)",
        "cron(0 0 ? * ? *)",
        "cron(0 0 * * ?)",
        "cron(60 0 * * ? *)",
        "cron(0 24 * * ? *)",
        "cron(0 0 32 * ? *)",
        "cron(0 0 ? * 8 *)",
        "cron(5-1 0 * * ? *)",
        "cron(0/0 0 * * ? *)",
        "cron(0, 0 * * ? *)",
        "cron(0 0 * XYZ ? *)",
        "cron(0 0 ? * 2#6 *)",
        "rate(0 minutes)",
        "rate(1 minutes)",
        "rate(5 minute)",
        "rate(-1 days)",
        "every day",
        ""
      })
  void what_is_no_schedule(String expression) {
    assertThatIllegalArgumentException().isThrownBy(() -> Schedule.parse(expression));
  }

  /// The second implementation looks at every minute, and knows lists of numbers only.
  @Test
  void agrees_with_a_walk_over_every_minute() {
    Random random = new Random(20260301);
    for (int round = 0; round < 200; round++) {
      List<Integer> minutes = some(random, 0, 59);
      List<Integer> hours = some(random, 0, 23);
      List<Integer> days = some(random, 1, 7);
      String expression =
          "cron(" + list(minutes) + " " + list(hours) + " ? * " + list(days) + " *)";
      Instant after = BEGUN.plusSeconds(random.nextInt(100_000_000));
      assertThat(Schedule.parse(expression).next(after, BEGUN))
          .as(expression + " after " + after)
          .contains(walk(minutes, hours, days, after));
    }
  }

  private static Instant walk(
      List<Integer> minutes, List<Integer> hours, List<Integer> days, Instant after) {
    LocalDateTime moment = LocalDateTime.ofInstant(after, ZoneOffset.UTC).withSecond(0).withNano(0);
    do {
      moment = moment.plusMinutes(1);
    } while (!(minutes.contains(moment.getMinute())
        && hours.contains(moment.getHour())
        && days.contains(number(moment.toLocalDate()))));
    return moment.toInstant(ZoneOffset.UTC);
  }

  private static int number(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.SUNDAY ? 1 : date.getDayOfWeek().getValue() + 1;
  }

  private static List<Integer> some(Random random, int least, int most) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      numbers.add(least + random.nextInt(most - least + 1));
    }
    return numbers;
  }

  private static String list(List<Integer> numbers) {
    return String.join(",", numbers.stream().map(String::valueOf).toList());
  }
}
