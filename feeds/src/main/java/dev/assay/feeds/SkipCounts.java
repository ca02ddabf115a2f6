package dev.assay.feeds;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// Counts what an importer leaves out on purpose, by reason. Several threads may count at once.
public final class SkipCounts {
  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  /// Counts one more; `reason` comes from a closed set, never from the feed, so that the number
  /// of reasons is bounded.
  public void add(String reason) {
    counts.computeIfAbsent(reason, fresh -> new LongAdder()).increment();
  }

  /// The counts so far, ordered by reason.
  public Map<String, Long> asMap() {
    Map<String, Long> sums = new TreeMap<>();
    counts.forEach((reason, count) -> sums.put(reason, count.sum()));
    return sums;
  }
}
