package dev.assay.assessment.classic.behaviour;

import dev.assay.assessment.classic.Attribute;
import dev.assay.assessment.classic.evaluation.ClassicSeverity;
import dev.assay.assessment.classic.evaluation.RuleFinding;
import dev.assay.model.runtime.ProgramFile.OwningPackage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// What findings say of a host's behaviour. AWS did not document which attributes it gave such a
/// finding: these are ours.
record BehaviourWords(String host) {
  /// Told by a port's number: another protocol may be spoken there, or this one within TLS.
  static final int BY_PORT = 5;

  private static final int LONGEST_TITLE = 1_000;
  private static final int LONGEST_VALUE = 256;
  private static final int MOST_NAMED = 20;

  /// What a rule says, whatever it finds.
  ///
  /// @param id its name
  /// @param recommendation what to do
  record Rule(String id, ClassicSeverity severity, int confidence, String recommendation) {}

  /// @param title the rest of a sentence that begins with the host
  RuleFinding finding(Rule rule, String title, String description, List<Attribute> attributes) {
    List<Attribute> all = new ArrayList<>();
    all.add(attribute("INSTANCE_ID", host));
    all.add(attribute("RULE", rule.id()));
    all.addAll(attributes);
    return new RuleFinding(
        rule.id(),
        cut("Instance " + host + " " + title, LONGEST_TITLE),
        description,
        rule.recommendation(),
        rule.severity(),
        rule.confidence(),
        all);
  }

  /// The attributes that name a program and its processes.
  static List<Attribute> of(Program program, Collection<Integer> processes) {
    List<Attribute> attributes = new ArrayList<>();
    if (!program.name().isEmpty()) {
      attributes.add(attribute("PROCESS_NAME", program.name()));
    }
    if (!processes.isEmpty()) {
      attributes.add(attribute("PROCESS_ID", listed(processes)));
    }
    if (program.executable() != null) {
      attributes.add(attribute("EXECUTABLE", program.executable()));
    }
    OwningPackage owner = program.owner();
    if (owner != null) {
      attributes.add(attribute("PACKAGE_NAME", owner.name()));
      if (!owner.version().isEmpty()) {
        attributes.add(attribute("PACKAGE_VERSION", owner.version()));
      }
    }
    return attributes;
  }

  /// An attribute's value has at most 256 characters; what was cut off ends in an ellipsis.
  static Attribute attribute(String key, String value) {
    return new Attribute(key, cut(value.strip(), LONGEST_VALUE));
  }

  /// Things one after the other; how many more there are, where there are many.
  static String listed(Collection<?> things) {
    int more = things.size() - MOST_NAMED;
    return things.stream().limit(MOST_NAMED).map(String::valueOf).collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more" : "");
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }
}
