package dev.assay.server.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.identity.AccessKeyId;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class RateLimitTest {
  private static final AccessKeyId ONE = new AccessKeyId("ASAYAAAAAAAAAAAAAAAA");
  private static final AccessKeyId OTHER = new AccessKeyId("ASAYBBBBBBBBBBBBBBBB");

  private final AtomicLong now = new AtomicLong();
  private final RateLimit limit = new RateLimit(10, 3, now::get);

  @Test
  void a_burst_passes_and_the_next_waits_for_its_token() {
    for (int i = 0; i < 3; i++) {
      assertThat(limit.take(ONE)).isZero();
    }
    assertThat(limit.take(ONE)).isEqualTo(Duration.ofMillis(100));
    now.addAndGet(Duration.ofMillis(60).toNanos());
    assertThat(limit.take(ONE).toMillis()).isBetween(39L, 41L);
    now.addAndGet(Duration.ofMillis(41).toNanos());
    assertThat(limit.take(ONE)).isZero();
  }

  @Test
  void one_key_does_not_use_up_anothers() {
    for (int i = 0; i < 5; i++) {
      limit.take(ONE);
    }
    assertThat(limit.take(OTHER)).isZero();
  }

  @Test
  void a_pause_gives_a_burst_and_no_more() {
    limit.take(ONE);
    now.addAndGet(Duration.ofHours(1).toNanos());
    for (int i = 0; i < 3; i++) {
      assertThat(limit.take(ONE)).isZero();
    }
    assertThat(limit.take(ONE)).isPositive();
  }
}
