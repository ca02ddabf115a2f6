package dev.assay.assessment.classic.behaviour;

import dev.assay.assessment.classic.evaluation.ClassicSeverity;
import dev.assay.assessment.classic.evaluation.RuleFinding;
import dev.assay.model.runtime.Hardening;
import dev.assay.model.runtime.Hardening.ExecutableStack;
import dev.assay.model.runtime.Hardening.StackCookies;
import dev.assay.model.runtime.ProgramFile;
import dev.assay.model.runtime.RunningProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// `Software without DEP` and `Software without stack cookies`: executables of processes, and of a
/// host at rest what would run.
final class Unhardened implements BehaviourRule {
  private static final int STATED = RuleFinding.CERTAIN;
  private static final int LEFT_TO_THE_KERNEL = 5;

  private static final BehaviourWords.Rule COOKIES =
      new BehaviourWords.Rule(
          "Software without stack cookies",
          ClassicSeverity.MEDIUM,
          7,
          "Remove the software if nobody needs it, or get a version that is built with stack"
              + " cookies (-fstack-protector-strong).");

  @Override
  public List<RuleFinding> findings(Behaviour seen, BehaviourWords words) {
    List<RuleFinding> findings = new ArrayList<>();
    Map<String, ProgramFile> files = seen.files();
    seen.programs()
        .forEach(
            (program, processes) ->
                judge(
                    words,
                    Runner.of(program, processes.stream().map(RunningProcess::id).toList()),
                    built(files, program),
                    findings));
    seen.resting()
        .forEach(
            (program, resting) ->
                judge(words, Runner.of(program, resting), built(files, program), findings));
    return findings;
  }

  private static Optional<Hardening> built(Map<String, ProgramFile> files, Program program) {
    return Optional.ofNullable(program.executable()).map(files::get).map(ProgramFile::hardening);
  }

  private static void judge(
      BehaviourWords words,
      Runner runner,
      Optional<Hardening> hardening,
      List<RuleFinding> findings) {
    hardening
        .flatMap(built -> stack(words, runner, built.executableStack()))
        .ifPresent(findings::add);
    hardening
        .filter(built -> built.stackCookies() == StackCookies.ABSENT)
        .map(built -> cookies(words, runner, built))
        .ifPresent(findings::add);
  }

  private static Optional<RuleFinding> stack(
      BehaviourWords words, Runner runner, ExecutableStack stack) {
    return switch (stack) {
      case REFUSED -> Optional.empty();
      case REQUESTED ->
          Optional.of(
              dep(words, runner, STATED, "Its headers ask for a stack that is executable."));
      case UNSTATED ->
          Optional.of(
              dep(
                  words,
                  runner,
                  LEFT_TO_THE_KERNEL,
                  "It has no PT_GNU_STACK header, so that it is for the kernel to decide whether"
                      + " its stack is executable; it often is."));
    };
  }

  private static RuleFinding dep(BehaviourWords words, Runner runner, int confidence, String why) {
    return words.finding(
        new BehaviourWords.Rule(
            "Software without DEP",
            ClassicSeverity.MEDIUM,
            confidence,
            "Remove the software if nobody needs it, or get a version whose stack is not executable"
                + " (linked with -z noexecstack)."),
        runner.title() + ", which does not support DEP",
        runner.subject() + " does without data execution prevention. " + why + runner.end(),
        runner.attributes());
  }

  private static RuleFinding cookies(BehaviourWords words, Runner runner, Hardening built) {
    return words.finding(
        COOKIES,
        runner.title() + ", which does not support stack cookies",
        runner.subject()
            + " "
            + runner.executable()
            + " whose symbols have no stack guard: it was built without stack"
            + " cookies, or has no function that would need one. Besides, its relocations are"
            + " protected: "
            + built.relocations().name().toLowerCase(Locale.ROOT)
            + "; it is position independent: "
            + (built.positionIndependent() ? "yes" : "no")
            + "."
            + runner.end(),
        runner.attributes());
  }
}
