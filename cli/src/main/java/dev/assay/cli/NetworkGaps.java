package dev.assay.cli;

import dev.assay.awsapi.assay.NotEvaluated;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What of a network's configuration a service could not evaluate, in a few lines: the most
/// frequent reasons, each with how often and an example.
final class NetworkGaps {
  private static final int MOST_REASONS = 5;

  private NetworkGaps() {}

  static List<String> lines(List<NotEvaluated> gaps) {
    Map<String, List<String>> subjects = new LinkedHashMap<>();
    for (NotEvaluated gap : gaps) {
      subjects.computeIfAbsent(gap.reason(), key -> new ArrayList<>()).add(gap.subject());
    }
    List<Map.Entry<String, List<String>>> reasons = new ArrayList<>(subjects.entrySet());
    reasons.sort(
        Comparator.comparing(
            (Map.Entry<String, List<String>> reason) -> -reason.getValue().size()));
    List<String> lines = new ArrayList<>();
    reasons.stream()
        .limit(MOST_REASONS)
        .forEach(reason -> lines.add(line(reason.getKey(), reason.getValue())));
    if (reasons.size() > MOST_REASONS) {
      lines.add("not evaluated: " + (reasons.size() - MOST_REASONS) + " more kinds of gaps");
    }
    if (!lines.isEmpty()) {
      lines.add(
          "`assay network` without --submit names every gap; a run of Network Reachability has an"
              + " exclusion for each host and way that is undecided");
    }
    return lines;
  }

  private static String line(String reason, List<String> subjects) {
    String more = subjects.size() == 1 ? "" : " and " + (subjects.size() - 1) + " more";
    return "not evaluated: " + subjects.getFirst() + more + ": " + reason;
  }
}
