package dev.assay.assessment.classic.behaviour;

import dev.assay.assessment.classic.Attribute;
import dev.assay.assessment.classic.evaluation.ClassicSeverity;
import dev.assay.assessment.classic.evaluation.RuleFinding;
import dev.assay.model.runtime.Connection.Direction;
import dev.assay.model.runtime.ListeningSocket;
import dev.assay.model.runtime.Transport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// `Unused listening TCP ports`: other machines may reach them, and no sample shows a connection.
/// One look is not enough to say so.
final class UnusedPorts implements BehaviourRule {
  /// How many samples it takes.
  static final int LEAST = 2;

  private static final BehaviourWords.Rule RULE =
      new BehaviourWords.Rule(
          "Unused listening TCP ports",
          ClassicSeverity.INFORMATIONAL,
          BehaviourWords.BY_PORT,
          "Stop the service if nobody needs it; if somebody does, limit by security groups and"
              + " firewalls who reaches it.");

  @Override
  public List<RuleFinding> findings(Behaviour seen, BehaviourWords words) {
    if (seen.samples().size() < LEAST) {
      return List.of();
    }
    Set<Integer> used =
        seen.contacts().keySet().stream()
            .map(Behaviour.Contact::connection)
            .filter(one -> one.transport() == Transport.TCP)
            .filter(one -> one.direction() == Direction.ACCEPTED)
            .map(one -> one.port())
            .collect(Collectors.toSet());
    List<RuleFinding> findings = new ArrayList<>();
    seen.listeners()
        .forEach(
            (listener, processes) -> {
              ListeningSocket socket = listener.socket();
              if (socket.transport() == Transport.TCP
                  && !socket.isLoopback()
                  && !used.contains(socket.port())) {
                findings.add(finding(seen, words, listener, processes));
              }
            });
    return findings;
  }

  private static RuleFinding finding(
      Behaviour seen,
      BehaviourWords words,
      Behaviour.Listener listener,
      Collection<Integer> processes) {
    List<Attribute> attributes = new ArrayList<>(BehaviourWords.of(listener.program(), processes));
    attributes.addAll(Addresses.attributes(listener.socket()));
    return words.finding(
        RULE,
        "listens on TCP port " + listener.socket().port() + ", on which no connection was seen",
        "The process "
            + listener.program().words()
            + " listens on "
            + Addresses.words(listener.socket())
            + ". None of "
            + seen.samples().size()
            + " samples from "
            + seen.samples().getFirst().takenAt()
            + " to "
            + seen.newest().takenAt()
            + " shows a connection to this port; one that was shorter than the time between two"
            + " samples may have been missed.",
        attributes);
  }
}
