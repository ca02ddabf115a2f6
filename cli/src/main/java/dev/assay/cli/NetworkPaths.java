package dev.assay.cli;

import dev.assay.network.Answer;
import dev.assay.network.Candidate;
import dev.assay.network.Candidate.Outcome;
import dev.assay.network.Exposure;
import dev.assay.network.Exposures;
import dev.assay.network.Hop;
import dev.assay.network.PortWords;
import dev.assay.network.RecognizedPorts;
import dev.assay.network.packet.TrafficSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Answers as trees of paths to draw.
final class NetworkPaths {
  private NetworkPaths() {}

  static List<PathTree> of(Answer answer) {
    Map<String, PathTree> trees = new LinkedHashMap<>();
    for (Answer.Judged way : answer.ways()) {
      Hop decisive = way.judgement().decisive();
      tree(trees, way.candidate())
          .add(way.candidate(), way.judgement().outcome(), decisive, words(way));
    }
    return List.copyOf(trees.values());
  }

  private static PathTree tree(Map<String, PathTree> trees, Candidate way) {
    return trees.computeIfAbsent(way.source(), source -> PathTree.from(way));
  }

  /// What became of a way, in one line.
  static String line(Answer.Judged way) {
    return way.candidate().source() + " to " + String.join(", ", words(way));
  }

  private static List<String> words(Answer.Judged way) {
    TrafficSet open = way.candidate().trail().passes().and(way.asked());
    String address = way.candidate().address().toString();
    return switch (way.judgement().outcome()) {
      case REACHABLE ->
          List.of(
              address + ": " + PortWords.of(open.anywhere()), "from " + PortWords.sources(open));
      case NOT_REACHABLE ->
          List.of(address + ": blocked", way.judgement().decisive().code().name());
      case NOT_EVALUATED -> List.of(address + ": not evaluated", way.judgement().decisive().text());
    };
  }

  /// By the resource that is exposed.
  static Map<String, List<PathTree>> of(Exposures exposures) {
    Map<String, Map<Candidate, List<Exposure>>> all = new LinkedHashMap<>();
    for (Exposure each : exposures.found()) {
      all.computeIfAbsent(resource(each), id -> new LinkedHashMap<>())
          .computeIfAbsent(each.candidate(), way -> new ArrayList<>())
          .add(each);
    }
    Map<String, List<PathTree>> pictures = new LinkedHashMap<>();
    all.forEach(
        (id, ways) -> {
          Map<String, PathTree> trees = new LinkedHashMap<>();
          ways.forEach(
              (way, open) ->
                  tree(trees, way)
                      .add(way, Outcome.REACHABLE, way.trail().hops().getLast(), words(open)));
          pictures.put(id, List.copyOf(trees.values()));
        });
    return pictures;
  }

  static String resource(Exposure exposure) {
    var end = exposure.candidate().destination();
    return end.instanceId().orElse(end.id());
  }

  private static List<String> words(List<Exposure> open) {
    List<String> words = new ArrayList<>();
    for (Exposure each : open) {
      String services =
          each.recognized().stream()
              .map(RecognizedPorts::word)
              .limit(3)
              .collect(Collectors.joining(", "));
      int more = each.recognized().size() - 3;
      words.add(
          PortWords.of(each.protocol(), each.ports())
              + (services.isEmpty()
                  ? ""
                  : " (" + services + (more > 0 ? " and " + more + " more" : "") + ")"));
    }
    words.add("from " + PortWords.sources(open.getFirst().traffic()));
    return words;
  }
}
