package dev.assay.assessment.classic.behaviour;

import static dev.assay.assessment.classic.behaviour.BehaviourWords.attribute;

import dev.assay.assessment.classic.Attribute;
import dev.assay.assessment.classic.evaluation.ClassicSeverity;
import dev.assay.assessment.classic.evaluation.RuleFinding;
import dev.assay.model.runtime.ProgramFile;
import dev.assay.model.runtime.ProgramFile.Writers;
import dev.assay.model.runtime.RunningProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/// `Root process with insecure permissions`: whoever may change what a process of root runs is
/// root at its next start.
final class RootPermissions implements BehaviourRule {
  private static final BehaviourWords.Rule RULE =
      new BehaviourWords.Rule(
          "Root process with insecure permissions",
          ClassicSeverity.HIGH,
          RuleFinding.CERTAIN,
          "Give the files and the directories on their paths to root, and let nobody else write to"
              + " them.");

  @Override
  public List<RuleFinding> findings(Behaviour seen, BehaviourWords words) {
    List<RuleFinding> findings = new ArrayList<>();
    Map<String, ProgramFile> files = seen.files();
    seen.programs()
        .forEach(
            (program, processes) -> {
              List<RunningProcess> ofRoot =
                  processes.stream().filter(RunningProcess::root).toList();
              List<Integer> ids = ofRoot.stream().map(RunningProcess::id).toList();
              judge(
                  words,
                  Runner.of(program, ids),
                  " runs as root.",
                  open(files, paths(ofRoot)),
                  findings);
            });
    seen.resting()
        .forEach(
            (program, resting) -> {
              if (resting.root()) {
                judge(
                    words,
                    Runner.of(program, resting),
                    " would run as root.",
                    open(files, Stream.of(resting.path())),
                    findings);
              }
            });
    return findings;
  }

  private static Stream<String> paths(List<RunningProcess> processes) {
    return processes.stream()
        .flatMap(
            process ->
                Stream.concat(
                    Stream.ofNullable(process.executable()), process.libraries().stream()));
  }

  private static Map<String, ProgramFile> open(
      Map<String, ProgramFile> files, Stream<String> paths) {
    Map<String, ProgramFile> open = new TreeMap<>();
    paths
        .distinct()
        .flatMap(path -> Stream.ofNullable(files.get(path)))
        .filter(file -> file.writers() != null && file.writers().isAny())
        .forEach(file -> open.put(file.path(), file));
    return open;
  }

  private static void judge(
      BehaviourWords words,
      Runner runner,
      String asRoot,
      Map<String, ProgramFile> open,
      List<RuleFinding> findings) {
    if (open.isEmpty()) {
      return;
    }
    List<Attribute> attributes = new ArrayList<>(runner.attributes());
    attributes.add(attribute("FILES", BehaviourWords.listed(open.keySet())));
    findings.add(
        words.finding(
            RULE,
            runner.title() + " as root from files that others may change",
            runner.subject()
                + asRoot
                + " Its files that others may change: "
                + BehaviourWords.listed(open.values().stream().map(RootPermissions::words).toList())
                + "."
                + runner.end(),
            attributes));
  }

  private static String words(ProgramFile file) {
    Writers writers = Objects.requireNonNull(file.writers());
    List<String> who = new ArrayList<>();
    if (writers.owner()) {
      who.add("an owner who is not root");
    }
    if (writers.group()) {
      who.add("a group");
    }
    if (writers.everybody()) {
      who.add("everybody");
    }
    return file.path() + " (" + String.join(", ", who) + ")";
  }
}
