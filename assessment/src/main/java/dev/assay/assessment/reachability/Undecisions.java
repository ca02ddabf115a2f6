package dev.assay.assessment.reachability;

import dev.assay.assessment.finding.FindingKey;
import dev.assay.assessment.reachability.NetworkReport.Undecided;
import dev.assay.assessment.reachability.NetworkReport.Way;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What is undecided of a host, together with the findings that stay open because of it.
final class Undecisions {
  private static final int MOST_NAMED = 10;

  private Undecisions() {}

  /// @param kept why each such finding may be open still
  static List<Undecided> of(List<Undecided> undecided, Map<FindingKey, String> kept) {
    if (kept.isEmpty()) {
      return undecided;
    }
    Map<Way, List<String>> words = new EnumMap<>(Way.class);
    undecided.forEach(each -> words.put(each.way(), new ArrayList<>(each.what())));
    Map<Way, Integer> named = new EnumMap<>(Way.class);
    Map<String, String> byRule = new TreeMap<>();
    kept.forEach((key, why) -> byRule.put(key.rule(), why));
    byRule.forEach(
        (text, why) -> {
          WayRule rule = WayRule.parse(text);
          if (named.merge(rule.way(), 1, Integer::sum) <= MOST_NAMED) {
            words
                .computeIfAbsent(rule.way(), way -> new ArrayList<>())
                .add(rule.words() + " was open when it was last decided; " + why);
          }
        });
    named.forEach(
        (way, count) -> {
          if (count > MOST_NAMED) {
            words
                .computeIfAbsent(way, key -> new ArrayList<>())
                .add("and " + (count - MOST_NAMED) + " more that were open");
          }
        });
    List<Undecided> all = new ArrayList<>();
    words.forEach((way, what) -> all.add(new Undecided(way, what)));
    return all;
  }
}
