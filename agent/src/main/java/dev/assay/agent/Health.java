package dev.assay.agent;

import dev.assay.awsapi.assay.AgentHealthCode;
import java.util.Map;
import java.util.TreeMap;

/// What is wrong with an agent at this moment, in words for who looks after it.
final class Health {
  private static final int LONGEST = 1000;

  private final Map<String, String> troubles = new TreeMap<>();
  private boolean throttled;

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
    if (!troubles.isEmpty()) {
      return AgentHealthCode.UNHEALTHY;
    }
    if (throttled) {
      return AgentHealthCode.THROTTLED;
    }
    return inRun ? AgentHealthCode.RUNNING : AgentHealthCode.IDLE;
  }

  String details() {
    String all = String.join("; ", troubles.values());
    return all.substring(0, Math.min(LONGEST, all.length()));
  }
}
