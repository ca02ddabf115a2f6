package dev.assay.match;

import dev.assay.model.Ecosystem;
import dev.assay.model.InstalledPackage;
import dev.assay.model.Inventory;
import dev.assay.model.NotEvaluated;
import dev.assay.model.NotEvaluated.Gap;
import dev.assay.model.NotEvaluated.Reason;
import dev.assay.model.PackageType;
import dev.assay.model.VulnerabilityId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// One pass over one inventory, of whatever kinds of packages.
final class MatchRun {
  private final Inventory inventory;
  private final Ecosystem ecosystem;
  private final PackageJudgements judgements;
  private final Map<List<Subject>, PackageJudgements.Result> judged = new HashMap<>();
  private final List<NotEvaluated> gaps = new ArrayList<>();
  private final Map<VulnerabilityId, List<MatchedPackage>> affected = new TreeMap<>();
  private final Set<PackageType> types;

  MatchRun(AdvisorySource advisories, Ecosystem ecosystem, Inventory inventory) {
    this.inventory = inventory;
    this.ecosystem = ecosystem;
    this.judgements =
        new PackageJudgements(advisories, ecosystem, new RepositoryRule(ecosystem, inventory));
    this.types = Set.of(SubjectsOf.type(ecosystem));
  }

  /// Judges every package; to be called once.
  void judgeAll() {
    Map<String, Integer> thirdParty = new TreeMap<>();
    Map<PackageType, Integer> foreign = new TreeMap<>();
    for (InstalledPackage installed : inventory.packages()) {
      if (!types.contains(installed.type())) {
        foreign.merge(installed.type(), 1, Integer::sum);
      } else if (!PackageOrigin.isDistributions(installed, ecosystem)) {
        thirdParty.merge(String.valueOf(installed.vendor()), 1, Integer::sum);
      } else {
        judge(installed);
      }
    }
    thirdParty.forEach(
        (vendor, count) ->
            gaps.add(
                new NotEvaluated(
                    count + (count == 1 ? " package of " : " packages of ") + vendor,
                    Reason.THIRD_PARTY,
                    "not the distribution's own; its advisories do not judge them",
                    Gap.PART)));
    foreign.forEach(
        (type, count) ->
            gaps.add(
                new NotEvaluated(
                    count + " " + type.purlType() + (count == 1 ? " package" : " packages"),
                    Reason.UNSUPPORTED,
                    ecosystem + " has no advisories for this kind of package",
                    Gap.PART)));
  }

  private void judge(InstalledPackage installed) {
    KernelPart part = KernelPart.of(installed, inventory.kernel());
    if (part == KernelPart.COMPANION || part == KernelPart.UNUSED_IMAGE) {
      return;
    }
    List<Subject> subjects = SubjectsOf.subjects(installed, ecosystem);
    PackageJudgements.Result result = judged.get(subjects);
    if (result == null) {
      result = judgements.judge(subjects);
      judged.put(subjects, result);
      gaps.addAll(result.notEvaluated());
    }
    result
        .affected()
        .forEach(
            (vulnerability, conclusion) ->
                affected
                    .computeIfAbsent(vulnerability, key -> new ArrayList<>())
                    .add(new MatchedPackage(installed, part, conclusion)));
  }

  /// Who has what, filled by `judgeAll`.
  Map<VulnerabilityId, List<MatchedPackage>> affected() {
    return affected;
  }

  /// What could not be decided, filled by `judgeAll`.
  List<NotEvaluated> notEvaluated() {
    return gaps;
  }
}
