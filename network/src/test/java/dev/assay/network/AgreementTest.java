package dev.assay.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The analysis against a packet simulator that shares no algebra with it.
@Execution(ExecutionMode.CONCURRENT)
final class AgreementTest {
  private static final int FEW = 1_000;
  private static final int MANY = 10_000;
  private static final int ENOUGH_FOR_A_FAULT = 2_000;
  private static final double LEAST_SHARE = 0.2;

  @Test
  void agrees_with_the_simulator_on_a_thousand_topologies() {
    agrees(FEW);
  }

  @Tag("slow")
  @Test
  void agrees_with_the_simulator_on_ten_thousand_topologies() {
    agrees(MANY);
  }

  private static void agrees(int topologies) {
    Map<Comparison.Kind, long[]> counts = new EnumMap<>(Comparison.Kind.class);
    long someClients = 0;
    for (long seed = 0; seed < topologies; seed++) {
      Comparison comparison = new Comparison(seed, Fault.NONE).run();
      assertThat(comparison.differences.stream().limit(5)).as("seed %d", seed).isEmpty();
      someClients += comparison.someClients;
      comparison.counts.forEach(
          (kind, of) -> {
            long[] sum = counts.computeIfAbsent(kind, key -> new long[2]);
            sum[0] += of[0];
            sum[1] += of[1];
          });
    }
    assertThat(someClients).isGreaterThan(topologies);
    assertThat(counts).containsOnlyKeys(Comparison.Kind.values());
    counts.forEach(
        (kind, of) ->
            assertThat((double) of[0] / (of[0] + of[1]))
                .as("%s: %d open, %d closed", kind, of[0], of[1])
                .isBetween(LEAST_SHARE, 1 - LEAST_SHARE));
  }

  static Stream<Fault> faults() {
    return EnumSet.complementOf(EnumSet.of(Fault.NONE)).stream();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void notices_a_fault_in_any_one_semantic(Fault fault) {
    boolean noticed = false;
    for (long seed = 0; seed < ENOUGH_FOR_A_FAULT && !noticed; seed++) {
      noticed = !new Comparison(seed, fault).run().differences.isEmpty();
    }
    assertThat(noticed).isTrue();
  }
}
