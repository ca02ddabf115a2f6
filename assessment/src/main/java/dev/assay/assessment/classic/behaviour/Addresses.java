package dev.assay.assessment.classic.behaviour;

import static dev.assay.assessment.classic.behaviour.BehaviourWords.attribute;

import dev.assay.assessment.classic.Attribute;
import dev.assay.model.runtime.ListeningSocket;
import java.util.List;

/// Says where a socket listens.
final class Addresses {
  private Addresses() {}

  static String words(ListeningSocket socket) {
    return socket.transport() + " port " + socket.port() + " of " + socket.address();
  }

  static List<Attribute> attributes(ListeningSocket socket) {
    return List.of(
        attribute("TRANSPORT", socket.transport().name()),
        attribute("PORT", Integer.toString(socket.port())),
        attribute("ADDRESS", socket.address()));
  }
}
