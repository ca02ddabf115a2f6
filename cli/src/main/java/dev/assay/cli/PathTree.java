package dev.assay.cli;

import dev.assay.network.Candidate;
import dev.assay.network.Candidate.Outcome;
import dev.assay.network.Hop;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Paths that begin alike, as a tree: each component once for all the paths that share the way to
/// it.
final class PathTree {
  private static final Set<String> UNDRAWN = Set.of("Address", "AWS::EC2::Subnet");

  final String id;
  final String kind;
  final List<PathTree> next = new ArrayList<>();
  final List<Ending> endings = new ArrayList<>();

  /// Where a path ends, with what is to be said of it.
  record Ending(Outcome outcome, List<String> words) {}

  private PathTree(String id, String kind) {
    this.id = id;
    this.kind = kind;
  }

  /// The beginning of a way and of all that have the same source, which is a component that the way
  /// passes or a place outside.
  static PathTree from(Candidate way) {
    String source = way.source();
    return new PathTree(
        source,
        way.trail().hops().stream()
            .filter(hop -> hop.id().equals(source))
            .map(Hop::kind)
            .findFirst()
            .orElse(source.equals("internet") ? "the internet" : "source"));
  }

  /// @param decisive of a path that is not open, the component that it ends at
  void add(Candidate way, Outcome outcome, Hop decisive, List<String> words) {
    PathTree at = this;
    Set<String> seen = new LinkedHashSet<>(Set.of(id));
    for (Hop hop : way.trail().hops()) {
      boolean last = outcome != Outcome.REACHABLE && hop.equals(decisive);
      if ((last || !UNDRAWN.contains(hop.kind())) && (seen.add(hop.id()) || last)) {
        at = at.child(hop);
      }
      boolean there = outcome == Outcome.REACHABLE && hop.id().equals(end(way));
      if (last || there) {
        break;
      }
    }
    at.endings.add(new Ending(outcome, words));
  }

  /// The replies' own way is not drawn.
  private static String end(Candidate way) {
    return way.destination().instanceId().orElse(way.destination().id());
  }

  private PathTree child(Hop hop) {
    for (PathTree each : next) {
      if (each.id.equals(hop.id())) {
        return each;
      }
    }
    PathTree child = new PathTree(hop.id(), hop.kind());
    next.add(child);
    return child;
  }

  /// The best news for an attacker of all the paths through here.
  Outcome outcome() {
    Outcome worst = Outcome.NOT_REACHABLE;
    List<Outcome> all = new ArrayList<>(endings.stream().map(Ending::outcome).toList());
    next.forEach(each -> all.add(each.outcome()));
    for (Outcome each : all) {
      if (each == Outcome.REACHABLE || worst == Outcome.NOT_REACHABLE) {
        worst = each;
      }
    }
    return worst;
  }

  int depth() {
    return 1 + next.stream().mapToInt(PathTree::depth).max().orElse(0);
  }
}
