package dev.assay.assessment.classic.run;

import dev.assay.assessment.classic.ClassicLimits;
import dev.assay.assessment.classic.TenantTurn;
import dev.assay.assessment.classic.evaluation.RulesEngines;
import dev.assay.assessment.classic.exclusion.ExclusionStore;
import dev.assay.assessment.classic.finding.RunFindingStore;
import dev.assay.assessment.classic.host.Hosts;
import dev.assay.assessment.classic.subscription.Notifier;
import dev.assay.assessment.classic.target.TargetStore;
import dev.assay.assessment.classic.template.TemplateStore;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.assessment.work.WorkQueue;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// What starts runs and what drives them, put together.
public record RunMachinery(Runs runs, RunWork work, RunHosts hosts) {

  public static RunMachinery of(
      Transactions transactions,
      TenantTurn turn,
      RunStore runs,
      TargetStore targets,
      TemplateStore templates,
      RunFindingStore findings,
      ExclusionStore exclusions,
      Hosts hosts,
      RulesEngines engines,
      Notifier notifier,
      WorkQueue work,
      ClassicLimits limits,
      InstantSource clock,
      RandomGenerator random) {
    RunHosts runHosts = new RunHosts(runs, targets, hosts, exclusions, random);
    RunEvaluation evaluation =
        new RunEvaluation(runs, runHosts, hosts, engines, findings, exclusions, clock, random);
    RunSteps steps = new RunSteps(runs, runHosts, evaluation, notifier, clock);
    return new RunMachinery(
        new Runs(transactions, turn, runs, templates, runHosts, steps, work, limits, clock, random),
        new RunWork(transactions, steps, runs, evaluation, work, clock),
        runHosts);
  }
}
