package dev.assay.agent;

/// Time that only goes forward, whatever becomes of the machine's clock.
@FunctionalInterface
public interface Ticker {
  /// Nanoseconds from some moment.
  long nanos();
}
