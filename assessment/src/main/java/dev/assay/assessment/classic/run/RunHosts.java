package dev.assay.assessment.classic.run;

import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.classic.ClassicId;
import dev.assay.assessment.classic.ClassicRefusal.AgentsAlreadyRunning.BusyAgent;
import dev.assay.assessment.classic.evaluation.Selection;
import dev.assay.assessment.classic.exclusion.Exclusion;
import dev.assay.assessment.classic.exclusion.ExclusionStore;
import dev.assay.assessment.classic.exclusion.RecordedExclusion;
import dev.assay.assessment.classic.host.AssessedHost;
import dev.assay.assessment.classic.host.Hosts;
import dev.assay.assessment.classic.rulespackage.RulesPackage;
import dev.assay.assessment.classic.target.AssessmentTarget;
import dev.assay.assessment.classic.target.ResourceGroup;
import dev.assay.assessment.classic.target.TargetStore;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// Determines which hosts take part in a run.
public final class RunHosts {
  private final RunStore runs;
  private final TargetStore targets;
  private final Hosts hosts;
  private final ExclusionStore exclusions;
  private final RandomGenerator random;

  public RunHosts(
      RunStore runs,
      TargetStore targets,
      Hosts hosts,
      ExclusionStore exclusions,
      RandomGenerator random) {
    this.runs = runs;
    this.targets = targets;
    this.hosts = hosts;
    this.exclusions = exclusions;
    this.random = random;
  }

  /// Determines them, unless that was done: a run that is stopped early may come here twice.
  AssessmentRun select(Writing transaction, AssessmentRun run) {
    if (run.hostsSelected()) {
      return run;
    }
    Selection selection = selection(transaction, run.arn().parent().parent(), run.rulesPackages());
    runs.addAgents(
        transaction,
        run.arn(),
        selection.hosts().stream()
            .map(host -> RunAgent.of(host, selection.left().contains(host.id())))
            .toList());
    record(transaction, run.arn(), selection.exclusions());
    return run.withHostsSelected();
  }

  /// What a run of the target would select at this moment.
  public Selection selection(Reading transaction, ClassicArn target, List<RulesPackage> rules) {
    List<AssessedHost> selected = ofTarget(transaction, target);
    return Selection.of(
        selected, busy(transaction, target, selected), rules, target.owner().region());
  }

  public List<AssessedHost> ofTarget(Reading transaction, ClassicArn target) {
    AssessmentTarget known =
        targets.targets(transaction, List.of(target.toString())).get(target.toString());
    if (known == null) {
      return List.of();
    }
    if (known.group() == null) {
      return hosts.selected(transaction, target.owner(), List.of());
    }
    String group = known.group().toString();
    ResourceGroup tags = targets.groups(transaction, List.of(group)).get(group);
    return tags == null ? List.of() : hosts.selected(transaction, target.owner(), tags.pairs());
  }

  /// Agents of these hosts that take part in an unfinished run, and in which.
  Map<String, String> busy(Reading transaction, ClassicArn target, List<AssessedHost> selected) {
    List<String> agents =
        selected.stream().filter(host -> host.agent() != null).map(AssessedHost::id).toList();
    return runs.busy(transaction, target.owner(), agents).stream()
        .collect(Collectors.toMap(BusyAgent::agentId, BusyAgent::run, (one, _) -> one));
  }

  void record(Writing transaction, ClassicArn run, List<Exclusion> found) {
    exclusions.add(
        transaction,
        found.stream()
            .map(
                exclusion ->
                    new RecordedExclusion(
                        run.within(ClassicArn.Kind.EXCLUSION, ClassicId.random(random)), exclusion))
            .toList());
  }
}
