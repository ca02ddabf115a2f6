package dev.assay.jmh;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;

/// How long one thing took, run after run.
record Latencies(double[] milliseconds) {
  private static final int WARMING = 30;

  static Latencies of(int runs, Supplier<?> work) {
    for (int run = 0; run < WARMING; run++) {
      work.get();
    }
    double[] taken = new double[runs];
    for (int run = 0; run < runs; run++) {
      long start = System.nanoTime();
      work.get();
      taken[run] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(taken);
    return new Latencies(taken);
  }

  private double at(double share) {
    return milliseconds[(int) Math.min(milliseconds.length - 1, share * milliseconds.length)];
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "median %7.2f ms, p99 %7.2f ms", at(0.5), at(0.99));
  }
}
