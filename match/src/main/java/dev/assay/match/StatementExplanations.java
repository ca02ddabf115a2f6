package dev.assay.match;

import dev.assay.model.Advisory;
import dev.assay.model.AdvisoryReference;
import dev.assay.model.Ecosystem;
import dev.assay.model.Explanation;
import dev.assay.model.InstalledPackage;
import dev.assay.model.Inventory;
import dev.assay.model.Trace;
import dev.assay.model.Trace.Outcome;
import dev.assay.model.Trace.Step;
import dev.assay.model.VulnerabilityId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Explains, for each installed package, every statement on one vulnerability: the one that
/// decides, those it supersedes, and those that do not concern the resource.
final class StatementExplanations {
  private final AdvisorySource advisories;
  private final Ecosystem ecosystem;
  private final Inventory inventory;
  private final PackageJudgements judgements;

  StatementExplanations(AdvisorySource advisories, Ecosystem ecosystem, Inventory inventory) {
    this.advisories = advisories;
    this.ecosystem = ecosystem;
    this.inventory = inventory;
    this.judgements =
        new PackageJudgements(advisories, ecosystem, new RepositoryRule(ecosystem, inventory));
  }

  List<Explanation> explain(VulnerabilityId vulnerability, @Nullable String packageName) {
    List<Explanation> explanations = new ArrayList<>();
    for (InstalledPackage installed : inventory.packages()) {
      if (installed.type() == SubjectsOf.type(ecosystem)
          && (packageName == null
              || installed.name().equals(packageName)
              || installed.sourceName().equals(packageName))) {
        explanations.addAll(explain(installed, vulnerability));
      }
    }
    return explanations;
  }

  private List<Explanation> explain(InstalledPackage installed, VulnerabilityId vulnerability) {
    List<Judgement> all =
        judgements.explain(SubjectsOf.subjects(installed, ecosystem), vulnerability);
    Conclusion conclusion = judgements.reconciliation(installed.type()).conclude(all);
    List<Explanation> explanations = new ArrayList<>();
    for (Judgement judgement : all) {
      Statement statement = judgement.statement();
      explanations.add(
          new Explanation(
              installed,
              new AdvisoryReference(
                  statement.source(),
                  statement.advisory(),
                  advisories
                      .advisory(statement.source(), statement.advisory())
                      .map(Advisory::references)
                      .filter(references -> !references.isEmpty())
                      .map(List::getFirst)
                      .orElse(null)),
              statement.vulnerabilities(),
              statement.affected(),
              trace(installed, judgement, conclusion)));
    }
    return explanations;
  }

  private Trace trace(
      InstalledPackage installed, Judgement judgement, @Nullable Conclusion conclusion) {
    List<Step> steps = new ArrayList<>(judgement.steps());
    if (!PackageOrigin.isDistributions(installed, ecosystem)) {
      steps.add(
          new Step(
              "origin", "the package is of " + installed.vendor() + ", not the distribution's"));
      return new Trace(Outcome.NOT_EVALUATED, steps);
    }
    KernelPart part = KernelPart.of(installed, inventory.kernel());
    switch (part) {
      case COMPANION -> {
        steps.add(new Step("kernel", "built from a kernel's source, but it is not a kernel"));
        return new Trace(Outcome.NOT_APPLICABLE, steps);
      }
      case UNUSED_IMAGE -> {
        steps.add(new Step("kernel", "a kernel in an image never runs"));
        return new Trace(Outcome.NOT_APPLICABLE, steps);
      }
      case IDLE_IMAGE ->
          steps.add(new Step("kernel", "this kernel is installed, but it is not running"));
      case RUNNING_IMAGE, NONE -> {}
    }
    if (conclusion == null || !judgement.decides()) {
      return new Trace(judgement.outcome(), steps);
    }
    if (!conclusion.deciding().contains(judgement)) {
      steps.add(
          new Step(
              "precedence",
              "superseded: "
                  + conclusion.decider().statement().source()
                  + " "
                  + conclusion.decider().statement().advisory()
                  + " decides, "
                  + conclusion.outcome().name().toLowerCase(java.util.Locale.ROOT)));
      return new Trace(Outcome.SUPERSEDED, steps);
    }
    steps.addAll(conclusion.remarks());
    return new Trace(conclusion.outcome(), steps);
  }
}
