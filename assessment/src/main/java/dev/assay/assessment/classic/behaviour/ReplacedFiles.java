package dev.assay.assessment.classic.behaviour;

import static dev.assay.assessment.classic.behaviour.BehaviourWords.attribute;

import dev.assay.assessment.classic.Attribute;
import dev.assay.assessment.classic.evaluation.ClassicSeverity;
import dev.assay.assessment.classic.evaluation.RuleFinding;
import dev.assay.model.runtime.ProgramFile;
import dev.assay.model.runtime.ProgramFile.OwningPackage;
import dev.assay.model.runtime.RunningProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Processes that still run what was deleted or replaced: an update is in effect for them only when
/// they are started again. Classic had no such rule.
final class ReplacedFiles implements BehaviourRule {
  private static final BehaviourWords.Rule RULE =
      new BehaviourWords.Rule(
          "Process running replaced files",
          ClassicSeverity.MEDIUM,
          RuleFinding.CERTAIN,
          "Start the process again.");

  @Override
  public List<RuleFinding> findings(Behaviour seen, BehaviourWords words) {
    List<RuleFinding> findings = new ArrayList<>();
    Map<String, ProgramFile> files = seen.files();
    seen.programs()
        .forEach(
            (program, processes) -> {
              List<RunningProcess> stale =
                  processes.stream().filter(process -> !process.replaced().isEmpty()).toList();
              if (!stale.isEmpty()) {
                findings.add(finding(files, words, program, stale));
              }
            });
    return findings;
  }

  private static RuleFinding finding(
      Map<String, ProgramFile> files,
      BehaviourWords words,
      Program program,
      List<RunningProcess> stale) {
    SortedSet<String> paths = new TreeSet<>();
    stale.forEach(process -> paths.addAll(process.replaced()));
    List<Attribute> attributes =
        new ArrayList<>(
            BehaviourWords.of(program, stale.stream().map(RunningProcess::id).toList()));
    attributes.add(attribute("FILES", BehaviourWords.listed(paths)));
    return words.finding(
        RULE,
        "runs " + program.name() + " with files that were deleted or replaced",
        "The process "
            + program.words()
            + " still runs these files, which were deleted or replaced since: "
            + BehaviourWords.listed(paths.stream().map(path -> words(files, path)).toList())
            + ".",
        attributes);
  }

  private static String words(Map<String, ProgramFile> files, String path) {
    return Optional.ofNullable(files.get(path))
        .map(ProgramFile::owner)
        .map(OwningPackage::name)
        .map(owner -> path + " (of " + owner + ")")
        .orElse(path);
  }
}
