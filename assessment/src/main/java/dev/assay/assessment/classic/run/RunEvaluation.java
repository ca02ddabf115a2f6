package dev.assay.assessment.classic.run;

import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.classic.ClassicId;
import dev.assay.assessment.classic.evaluation.Evaluation;
import dev.assay.assessment.classic.evaluation.HostFinding;
import dev.assay.assessment.classic.evaluation.RulesEngine;
import dev.assay.assessment.classic.evaluation.RulesEngines;
import dev.assay.assessment.classic.evaluation.Window;
import dev.assay.assessment.classic.exclusion.Exclusion;
import dev.assay.assessment.classic.exclusion.ExclusionStore;
import dev.assay.assessment.classic.exclusion.ExclusionType;
import dev.assay.assessment.classic.finding.Asset;
import dev.assay.assessment.classic.finding.RunFinding;
import dev.assay.assessment.classic.finding.RunFindingStore;
import dev.assay.assessment.classic.host.AssessedHost;
import dev.assay.assessment.classic.host.Hosts;
import dev.assay.assessment.tenant.Region;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Evaluates a run's rules packages on its hosts, a portion of hosts at a time so that no
/// transaction grows with the target.
final class RunEvaluation {
  private static final int PORTION = 25;

  private final RunStore runs;
  private final RunHosts runHosts;
  private final Hosts hosts;
  private final RulesEngines engines;
  private final RunFindingStore findings;
  private final ExclusionStore exclusions;
  private final InstantSource clock;
  private final RandomGenerator random;

  RunEvaluation(
      RunStore runs,
      RunHosts runHosts,
      Hosts hosts,
      RulesEngines engines,
      RunFindingStore findings,
      ExclusionStore exclusions,
      InstantSource clock,
      RandomGenerator random) {
    this.runs = runs;
    this.runHosts = runHosts;
    this.hosts = hosts;
    this.engines = engines;
    this.findings = findings;
    this.exclusions = exclusions;
    this.clock = clock;
    this.random = random;
  }

  /// Says what cannot be evaluated on any host.
  void begin(Writing transaction, AssessmentRun run) {
    Region region = run.arn().owner().region();
    runHosts.record(
        transaction,
        run.arn(),
        engines.of(run.rulesPackages()).stream()
            .flatMap(engine -> engine.exclusions(region).stream())
            .toList());
  }

  /// Evaluates some of the hosts that wait.
  ///
  /// @return whether there were any
  boolean portion(Writing transaction, AssessmentRun run) {
    List<String> waiting = runs.unevaluated(transaction, run.arn(), PORTION);
    if (waiting.isEmpty()) {
      return false;
    }
    Map<String, AssessedHost> known = hosts.find(transaction, run.arn().owner(), waiting);
    Window window = new Window(run.createdAt(), clock.instant());
    List<RulesEngine> rules =
        engines.of(run.rulesPackages()).stream().map(engine -> engine.during(window)).toList();
    Evaluation evaluation =
        Evaluation.of(
            transaction,
            rules,
            waiting.stream().filter(known::containsKey).map(known::get).toList());
    Instant now = clock.instant();
    findings.add(
        transaction,
        evaluation.findings().stream().map(found -> finding(run, found, now)).toList());
    runHosts.record(transaction, run.arn(), evaluation.exclusions());
    recordGone(transaction, run, waiting.stream().filter(id -> !known.containsKey(id)).toList());
    runs.markEvaluated(transaction, run.arn(), waiting);
    return true;
  }

  private RunFinding finding(AssessmentRun run, HostFinding found, Instant now) {
    return new RunFinding(
        run.arn().within(ClassicArn.Kind.FINDING, ClassicId.random(random)),
        found.rulesPackage(),
        Asset.of(found.host()),
        found.finding(),
        run.userAttributes(),
        now,
        now);
  }

  /// A host may be deleted while its run goes on.
  private void recordGone(Writing transaction, AssessmentRun run, List<String> gone) {
    runHosts.record(
        transaction,
        run.arn(),
        gone.stream()
            .map(
                id ->
                    new Exclusion(
                        ExclusionType.RULES_EVALUATION_ERROR_FOR_SINGLE_INSTANCE,
                        "The host was deleted before its rules were evaluated.",
                        List.of(new Exclusion.Scope(Exclusion.ScopeType.INSTANCE_ID, id)),
                        List.of()))
            .toList());
  }

  /// Whether nothing was left out.
  boolean isWhole(Reading transaction, AssessmentRun run) {
    return !exclusions.isAny(transaction, run.arn());
  }

  /// Removes what a cancelled run found: it shows no findings.
  void forget(Writing transaction, AssessmentRun run) {
    findings.deleteAll(transaction, run.arn());
  }

  /// Says that the rules could not be evaluated to their end.
  ///
  /// @param reason the rest of a sentence that begins with the run
  void recordGivenUp(Writing transaction, AssessmentRun run, String reason) {
    if (!run.rulesPackages().isEmpty()) {
      runHosts.record(
          transaction,
          run.arn(),
          List.of(
              Exclusion.of(
                  ExclusionType.RULES_EVALUATION_ERROR,
                  run.rulesPackages(),
                  run.arn().owner().region(),
                  "The run was given up while it was " + run.state() + ": " + reason + ".")));
    }
  }
}
