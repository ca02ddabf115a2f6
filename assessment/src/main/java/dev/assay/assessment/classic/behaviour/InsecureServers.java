package dev.assay.assessment.classic.behaviour;

import static dev.assay.assessment.classic.behaviour.BehaviourWords.attribute;

import dev.assay.assessment.classic.Attribute;
import dev.assay.assessment.classic.evaluation.ClassicSeverity;
import dev.assay.assessment.classic.evaluation.RuleFinding;
import dev.assay.model.runtime.ListeningSocket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// `Insecure server protocols`: their ports are listened on, and not for this host alone.
final class InsecureServers implements BehaviourRule {
  private static final BehaviourWords.Rule RULE =
      new BehaviourWords.Rule(
          "Insecure server protocols",
          ClassicSeverity.INFORMATIONAL,
          BehaviourWords.BY_PORT,
          "Stop the service, or have it speak a protocol that encrypts; where neither can be done,"
              + " limit by security groups and firewalls who reaches it.");

  @Override
  public List<RuleFinding> findings(Behaviour seen, BehaviourWords words) {
    List<RuleFinding> findings = new ArrayList<>();
    seen.listeners()
        .forEach(
            (listener, processes) -> {
              if (!listener.socket().isLoopback()) {
                InsecureProtocol.at(listener.socket().transport(), listener.socket().port())
                    .map(protocol -> finding(words, protocol, listener, processes))
                    .ifPresent(findings::add);
              }
            });
    return findings;
  }

  private static RuleFinding finding(
      BehaviourWords words,
      InsecureProtocol protocol,
      Behaviour.Listener listener,
      Collection<Integer> processes) {
    ListeningSocket socket = listener.socket();
    List<Attribute> attributes = new ArrayList<>(BehaviourWords.of(listener.program(), processes));
    attributes.add(attribute("PROTOCOL", protocol.title()));
    attributes.addAll(Addresses.attributes(socket));
    return words.finding(
        RULE,
        "supports the insecure protocol " + protocol.title(),
        "The process "
            + listener.program().words()
            + " listens on "
            + Addresses.words(socket)
            + ", the port of "
            + protocol.title()
            + ", which does not encrypt by itself. "
            + protocol.advice(),
        attributes);
  }
}
