package dev.assay.jmh;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// How long one thing took, run after run.
///
/// @param cpu what a run cost on average, in milliseconds, of this process and those that it
///     started: an embedded server too, any other not
record Latencies(double[] milliseconds, double cpu) {
  private static final int WARMING = 30;

  static Latencies of(int runs, Supplier<?> work) {
    for (int run = 0; run < Math.min(WARMING, runs); run++) {
      work.get();
    }
    Duration before = spent();
    double[] taken = new double[runs];
    for (int run = 0; run < runs; run++) {
      long start = System.nanoTime();
      work.get();
      taken[run] = (System.nanoTime() - start) / 1e6;
    }
    double cpu = spent().minus(before).toNanos() / 1e6 / runs;
    Arrays.sort(taken);
    return new Latencies(taken, cpu);
  }

  private static Duration spent() {
    ProcessHandle self = ProcessHandle.current();
    return Stream.concat(Stream.of(self), self.descendants())
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }

  private double at(double share) {
    return milliseconds[(int) Math.min(milliseconds.length - 1, share * milliseconds.length)];
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "median %7.2f ms, p99 %7.2f ms, CPU %7.2f ms", at(0.5), at(0.99), cpu);
  }
}
