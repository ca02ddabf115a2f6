package dev.assay.assessment.agent;

import dev.assay.assessment.agent.CollectionWindows.Window;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What an agent is asked to do: no more than choosing among what it can collect, and how often.
///
/// @param heartbeat when to say how it does again
/// @param intervals by collector
/// @param windows the runs that it collects for
/// @param benchmarkJobs how many benchmark scans wait for its host's results
public record Orders(
    Duration heartbeat, Map<String, Duration> intervals, List<Window> windows, int benchmarkJobs) {
  /// How soon an agent learns of a run: well within the shortest run, which takes three minutes.
  private static final Duration HEARTBEAT = Duration.ofSeconds(60);

  private static final Duration USUAL = Duration.ofHours(1);
  private static final Duration DURING_A_RUN = Duration.ofSeconds(30);

  /// Packages seldom change while a run lasts, and reading them is the dearest that an agent does.
  private static final Duration INVENTORY_DURING_A_RUN = Duration.ofMinutes(5);

  private static final String INVENTORY = "inventory";

  public Orders {
    intervals = Map.copyOf(intervals);
    windows = List.copyOf(windows);
  }

  static Orders of(List<String> collectors, List<Window> windows, int benchmarkJobs) {
    Map<String, Duration> intervals = new TreeMap<>();
    for (String collector : collectors) {
      intervals.put(collector, interval(collector, !windows.isEmpty()));
    }
    return new Orders(HEARTBEAT, intervals, windows, benchmarkJobs);
  }

  private static Duration interval(String collector, boolean run) {
    if (!run) {
      return USUAL;
    }
    return collector.equals(INVENTORY) ? INVENTORY_DURING_A_RUN : DURING_A_RUN;
  }
}
