package dev.assay.feeds.download;

import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// What fetching wants from the machine: the time, waiting, and chance.
public record Surroundings(InstantSource clock, Pause pause, RandomGenerator random) {

  /// Waits.
  @FunctionalInterface
  public interface Pause {
    void forTime(Duration time) throws InterruptedException;
  }

  public static Surroundings real() {
    return new Surroundings(InstantSource.system(), Thread::sleep, RandomGenerator.getDefault());
  }
}
