package dev.assay.network;

import dev.assay.network.Filters.Direction;
import java.util.ArrayList;
import java.util.List;

/// How packets get from one interface to another: the routers they are handed to, and the edges of
/// subnets that they cross on the way.
///
/// @param keepsNames whether the far end may let in by the near end's security groups
record Course(List<Step> steps, boolean keepsNames) {
  Course {
    steps = List.copyOf(steps);
  }

  /// One step, in the order in which packets take it.
  sealed interface Step {
    /// A component that hands on whatever it hands on, whoever sent it.
    record Router(Hop hop) implements Step {}

    /// The edge of one of these subnets; of which, where there are several, is not known.
    ///
    /// @param avoidable whether there is a way that crosses none of them
    record Edge(List<String> subnets, String vpc, Direction direction, boolean avoidable)
        implements Step {
      public Edge {
        subnets = List.copyOf(subnets);
      }
    }
  }

  static Course of(Step... steps) {
    return new Course(List.of(steps), false);
  }

  static Step.Edge edge(String subnet, String vpc, Direction direction) {
    return new Step.Edge(List.of(subnet), vpc, direction, false);
  }

  Course then(Course rest) {
    List<Step> all = new ArrayList<>(steps);
    all.addAll(rest.steps);
    return new Course(all, rest.keepsNames);
  }

  List<Hop> routers() {
    return steps.stream()
        .filter(Step.Router.class::isInstance)
        .map(step -> ((Step.Router) step).hop())
        .toList();
  }

  List<Step.Edge> edges() {
    return steps.stream().filter(Step.Edge.class::isInstance).map(Step.Edge.class::cast).toList();
  }
}
