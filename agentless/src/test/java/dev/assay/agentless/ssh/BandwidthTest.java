package dev.assay.agentless.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class BandwidthTest {
  private final AtomicLong now = new AtomicLong(1);
  private final List<Long> waits = new ArrayList<>();

  private Bandwidth limit(long bytesPerSecond) {
    return new Bandwidth(
        bytesPerSecond,
        now::get,
        nanos -> {
          waits.add(nanos);
          now.addAndGet(nanos);
        });
  }

  @Test
  void a_second_s_worth_takes_a_second() throws IOException {
    Bandwidth bandwidth = limit(1000);
    for (int i = 0; i < 4; i++) {
      bandwidth.account(250);
    }
    assertThat(now.get()).isEqualTo(1_000_000_001L);
  }

  @Test
  void a_pause_saves_up_nothing() throws IOException {
    Bandwidth bandwidth = limit(1000);
    now.addAndGet(3_600_000_000_000L);
    bandwidth.account(500);
    assertThat(waits).containsExactly(500_000_000L);
  }

  @Test
  void without_a_limit_nobody_waits() throws IOException {
    limit(0).account(Integer.MAX_VALUE);
    assertThat(waits).isEmpty();
  }
}
