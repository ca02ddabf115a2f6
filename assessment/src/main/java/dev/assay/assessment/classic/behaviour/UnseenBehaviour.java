package dev.assay.assessment.classic.behaviour;

import dev.assay.model.NotEvaluated;
import dev.assay.model.runtime.Hardening;
import dev.assay.model.runtime.Hardening.StackCookies;
import dev.assay.model.runtime.ProgramFile;
import dev.assay.model.runtime.RestingProgram;
import dev.assay.model.runtime.RunningProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the rules could not judge, in sentences.
final class UnseenBehaviour {
  private UnseenBehaviour() {}

  static List<String> reasons(Behaviour seen) {
    List<String> reasons = new ArrayList<>();
    List<NotEvaluated> gaps = seen.newest().notEvaluated();
    if (!gaps.isEmpty()) {
      reasons.add(
          "Not seen: "
              + BehaviourWords.listed(
                  gaps.stream().map(gap -> gap.what() + ": " + gap.why()).toList()));
    }
    if (seen.newest().isAtRest()) {
      reasons.add(
          "What the host does was not seen: it was read at rest, on "
              + seen.newest().takenAt()
              + ". Only how the programs are built that it would run, and who may change them, was"
              + " looked at.");
    } else if (seen.samples().size() < UnusedPorts.LEAST) {
      reasons.add(
          "Unused listening TCP ports were not looked for: only one sample, of "
              + seen.newest().takenAt()
              + ", shows what the host does, and it takes several.");
    }
    List<String> unknown = withUnknownCookies(seen);
    if (!unknown.isEmpty()) {
      reasons.add(
          "Whether these were built with stack cookies cannot be told from their symbols: "
              + BehaviourWords.listed(unknown));
    }
    return reasons;
  }

  private static List<String> withUnknownCookies(Behaviour seen) {
    Set<String> executables =
        Stream.concat(
                seen.newest().processes().stream()
                    .map(RunningProcess::executable)
                    .filter(Objects::nonNull),
                seen.newest().resting().stream().map(RestingProgram::path))
            .collect(Collectors.toSet());
    return seen.newest().files().stream()
        .filter(file -> executables.contains(file.path()))
        .filter(file -> isUnknown(file.hardening()))
        .map(ProgramFile::path)
        .toList();
  }

  private static boolean isUnknown(@org.jspecify.annotations.Nullable Hardening hardening) {
    return hardening != null && hardening.stackCookies() == StackCookies.UNKNOWN;
  }
}
