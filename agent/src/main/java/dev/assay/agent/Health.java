package dev.assay.agent;

import dev.assay.awsapi.assay.AgentHealthCode;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is wrong with an agent at this moment, in words for who looks after it.
final class Health {
  private static final int LONGEST = 1000;

  private final Map<String, String> troubles = new TreeMap<>();
  private final Map<String, String> remarks = new TreeMap<>();
  private boolean throttled;

  void trouble(String subject, String what) {
    troubles.put(subject, what);
  }

  /// What a person should know, though the agent is well.
  void remark(String subject, String what) {
    remarks.put(subject, what);
  }

  void well(String subject) {
    troubles.remove(subject);
    remarks.remove(subject);
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

  /// What is wrong; empty where all is well.
  String troubles() {
    return cut(String.join("; ", troubles.values()));
  }

  /// What is wrong, and what else a person should know.
  String details() {
    return cut(
        Stream.of(troubles, remarks)
            .flatMap(each -> each.values().stream())
            .collect(Collectors.joining("; ")));
  }

  private static String cut(String all) {
    return all.substring(0, Math.min(LONGEST, all.length()));
  }
}
