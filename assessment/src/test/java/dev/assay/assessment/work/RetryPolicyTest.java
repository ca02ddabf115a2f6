package dev.assay.assessment.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RetryPolicyTest {
  private static final RetryPolicy POLICY =
      new RetryPolicy(3, 2, Duration.ofSeconds(1), Duration.ofSeconds(60));

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "3, 4", "6, 32", "7, 60", "1000000, 60"})
  void a_pause_doubles_to_a_limit_and_varies_by_half(int attempt, long seconds) {
    Random random = new Random(7);
    for (int i = 0; i < 100; i++) {
      assertThat(POLICY.pauseAfter(attempt, random))
          .isBetween(Duration.ofSeconds(seconds).dividedBy(2), Duration.ofSeconds(seconds));
    }
  }

  @Test
  void the_last_attempt_exhausts() {
    assertThat(POLICY.isExhaustedBy(2)).isFalse();
    assertThat(POLICY.isExhaustedBy(3)).isTrue();
  }

  @Test
  void no_attempt_is_no_policy() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RetryPolicy(0, 1, Duration.ZERO, Duration.ZERO));
  }
}
