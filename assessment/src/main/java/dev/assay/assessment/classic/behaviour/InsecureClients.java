package dev.assay.assessment.classic.behaviour;

import static dev.assay.assessment.classic.behaviour.BehaviourWords.attribute;

import dev.assay.assessment.classic.Attribute;
import dev.assay.assessment.classic.evaluation.ClassicSeverity;
import dev.assay.assessment.classic.evaluation.RuleFinding;
import dev.assay.model.runtime.Connection;
import dev.assay.model.runtime.Connection.Direction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// `Insecure client protocols`, to log in and in general: connections that were opened to other
/// machines.
final class InsecureClients implements BehaviourRule {
  private static final BehaviourWords.Rule LOGIN =
      new BehaviourWords.Rule(
          "Insecure client protocols (login)",
          ClassicSeverity.MEDIUM,
          BehaviourWords.BY_PORT,
          "Log in with a protocol that encrypts, such as SSH.");
  private static final BehaviourWords.Rule GENERAL =
      new BehaviourWords.Rule(
          "Insecure client protocols (general)",
          ClassicSeverity.LOW,
          BehaviourWords.BY_PORT,
          "Use a protocol that encrypts.");

  @Override
  public List<RuleFinding> findings(Behaviour seen, BehaviourWords words) {
    List<RuleFinding> findings = new ArrayList<>();
    seen.contacts()
        .forEach(
            (contact, processes) -> {
              Connection connection = contact.connection();
              if (connection.direction() == Direction.OPENED && !connection.withinHost()) {
                InsecureProtocol.at(connection.transport(), connection.port())
                    .map(protocol -> finding(words, protocol, contact, processes))
                    .ifPresent(findings::add);
              }
            });
    return findings;
  }

  private static RuleFinding finding(
      BehaviourWords words,
      InsecureProtocol protocol,
      Behaviour.Contact contact,
      Collection<Integer> processes) {
    Connection connection = contact.connection();
    List<Attribute> attributes = new ArrayList<>(BehaviourWords.of(contact.program(), processes));
    attributes.add(attribute("PROTOCOL", protocol.title()));
    attributes.add(attribute("TRANSPORT", connection.transport().name()));
    attributes.add(attribute("PORT", Integer.toString(connection.port())));
    BehaviourWords.Rule rule = protocol.use() == InsecureProtocol.Use.LOGIN ? LOGIN : GENERAL;
    return words.finding(
        rule,
        "uses the insecure protocol " + protocol.title() + " to connect to a remote host",
        "The process "
            + contact.program().words()
            + " had a connection to "
            + connection.transport()
            + " port "
            + connection.port()
            + " of another machine, the port of "
            + protocol.title()
            + ", which does not encrypt by itself. "
            + protocol.advice(),
        attributes);
  }
}
