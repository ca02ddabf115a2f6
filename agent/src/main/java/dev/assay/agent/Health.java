package dev.assay.agent;

import dev.assay.awsapi.assay.AgentHealthCode;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is wrong with an agent at this moment, in words for who looks after it.
final class Health {
  /// What the service says no word of: whoever hears it has been reached.
  static final String SERVICE = "service";

  private static final int LONGEST = 1000;

  private final SortedMap<String, String> troubles = new TreeMap<>();
  private final SortedMap<String, String> remarks = new TreeMap<>();
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
    if (!own().isEmpty()) {
      return AgentHealthCode.UNHEALTHY;
    }
    if (throttled) {
      return AgentHealthCode.THROTTLED;
    }
    return inRun ? AgentHealthCode.RUNNING : AgentHealthCode.IDLE;
  }

  /// What is wrong; empty where all is well.
  String troubles() {
    return joined(troubles.values().stream());
  }

  /// What the service is told: what is wrong on the host, and what else a person should know.
  String told() {
    return joined(Stream.concat(own().values().stream(), remarks.values().stream()));
  }

  private SortedMap<String, String> own() {
    SortedMap<String, String> own = new TreeMap<>(troubles);
    own.remove(SERVICE);
    return own;
  }

  private static String joined(Stream<String> all) {
    String joined = all.collect(Collectors.joining("; "));
    return joined.substring(0, Math.min(LONGEST, joined.length()));
  }
}
