package dev.assay.assessment.classic.behaviour;

import static dev.assay.assessment.classic.behaviour.BehaviourWords.attribute;

import dev.assay.assessment.classic.Attribute;
import dev.assay.model.runtime.RestingProgram;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// What runs a program, in the words of a finding: processes that were seen, or the host once it is
/// started.
///
/// @param title goes on where a sentence began with the host: `runs sshd`
/// @param subject begins a sentence: `The process sshd (/usr/sbin/sshd of openssh-server)`
/// @param executable goes on with what it is: `runs an executable`
/// @param end of the description; begins with a space
record Runner(
    String title, String subject, String executable, List<Attribute> attributes, String end) {

  /// Processes that were seen.
  static Runner of(Program program, Collection<Integer> processes) {
    return new Runner(
        "runs " + program.name(),
        "The process " + program.words(),
        "runs an executable",
        BehaviourWords.of(program, processes),
        "");
  }

  /// A program that was read while the host was at rest.
  ///
  /// @param program without a name, which only processes have
  static Runner of(Program program, RestingProgram resting) {
    List<Attribute> attributes = new ArrayList<>(BehaviourWords.of(program, List.of()));
    attributes.add(attribute("STARTED_BY", starters(resting)));
    return new Runner(
        "would run " + resting.path(),
        "The program " + program.file(),
        "is an executable",
        attributes,
        " It was read at rest, while the host did not run. What starts it: "
            + starters(resting)
            + ".");
  }

  private static String starters(RestingProgram resting) {
    List<String> starters = new ArrayList<>(resting.startedBy());
    if (resting.setUserId()) {
      starters.add(resting.root() ? "anybody, as root (set-user-ID)" : "anybody (set-user-ID)");
    }
    return BehaviourWords.listed(starters);
  }
}
