package dev.assay.agent;

import dev.assay.awsapi.assay.AgentHealthCode;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is wrong with an agent at this moment, in words for who looks after it.
final class Health {
  private static final int LONGEST = 1000;

  private final SortedMap<String, String> troubles = new TreeMap<>();
  private boolean throttled;

  /// What the service says no word of: whoever hears it has been reached.
  static final String SERVICE = "service";

  void trouble(String subject, String what) {
    troubles.put(subject, what);
  }

  void well(String subject) {
    troubles.remove(subject);
  }

  boolean isTroubled(String subject) {
    return troubles.containsKey(subject);
  }

  void throttled(boolean now) {
    throttled = now;
  }

  AgentHealthCode code(boolean inRun) {
    if (!told().isEmpty()) {
      return AgentHealthCode.UNHEALTHY;
    }
    if (throttled) {
      return AgentHealthCode.THROTTLED;
    }
    return inRun ? AgentHealthCode.RUNNING : AgentHealthCode.IDLE;
  }

  String details() {
    return joined(troubles);
  }

  /// What the service is told of it.
  String told() {
    SortedMap<String, String> own = new TreeMap<>(troubles);
    own.remove(SERVICE);
    return joined(own);
  }

  private static String joined(SortedMap<String, String> troubles) {
    String all = String.join("; ", troubles.values());
    return all.substring(0, Math.min(LONGEST, all.length()));
  }
}
