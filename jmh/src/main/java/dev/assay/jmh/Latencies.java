package dev.assay.jmh;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// How long one thing took, run after run, in milliseconds.
///
/// @param cpu what a run cost on average, of this process and of those that served it
record Latencies(double median, double p99, double cpu) {
  private static final int WARMING = 200;

  /// @param servers the processes that serve the work, as far as they are on this machine
  static Latencies of(int runs, Supplier<?> work, List<ProcessHandle> servers) {
    for (int run = 0; run < Math.min(WARMING, runs); run++) {
      Objects.requireNonNull(work.get());
    }
    Duration before = spent(servers);
    double[] taken = new double[runs];
    for (int run = 0; run < runs; run++) {
      long start = System.nanoTime();
      Objects.requireNonNull(work.get());
      taken[run] = (System.nanoTime() - start) / 1e6;
    }
    Duration spent = spent(servers).minus(before);
    Arrays.sort(taken);
    return new Latencies(
        taken[runs / 2], taken[Math.min(runs - 1, runs * 99 / 100)], spent.toNanos() / 1e6 / runs);
  }

  private static Duration spent(List<ProcessHandle> servers) {
    return Stream.concat(Stream.of(ProcessHandle.current()), servers.stream())
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "median %7.2f ms, p99 %7.2f ms, CPU %7.2f ms", median, p99, cpu);
  }
}
