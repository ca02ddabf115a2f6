package dev.assay.assessment.classic;

import dev.assay.assessment.classic.account.AccountSettings;
import dev.assay.assessment.classic.evaluation.RulesEngine;
import dev.assay.assessment.classic.evaluation.RulesEngines;
import dev.assay.assessment.classic.exclusion.Exclusions;
import dev.assay.assessment.classic.finding.RunFindings;
import dev.assay.assessment.classic.host.Hosts;
import dev.assay.assessment.classic.report.PagePrinter;
import dev.assay.assessment.classic.report.ReportLinks;
import dev.assay.assessment.classic.report.ReportWork;
import dev.assay.assessment.classic.report.Reports;
import dev.assay.assessment.classic.run.PreviewWork;
import dev.assay.assessment.classic.run.RunMachinery;
import dev.assay.assessment.classic.run.RunQueries;
import dev.assay.assessment.classic.run.RunWork;
import dev.assay.assessment.classic.run.Runs;
import dev.assay.assessment.classic.subscription.Delivery;
import dev.assay.assessment.classic.subscription.Notifier;
import dev.assay.assessment.classic.subscription.Publisher;
import dev.assay.assessment.classic.subscription.Subscriptions;
import dev.assay.assessment.classic.target.Targets;
import dev.assay.assessment.classic.template.Templates;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.assessment.work.QueueName;
import dev.assay.assessment.work.WorkHandler;
import dev.assay.assessment.work.WorkQueue;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Inspector Classic, whole: what its operations call, and the work that it leaves to the nodes.
public record Classic(
    Targets targets,
    Templates templates,
    Runs runs,
    RunQueries runQueries,
    RunFindings findings,
    Exclusions exclusions,
    Subscriptions subscriptions,
    AccountSettings account,
    Reports reports,
    Map<QueueName, WorkHandler> workers) {

  /// What is outside of Classic.
  ///
  /// @param engines those there are; a rules package without one is excluded from every run
  /// @param random for names; one that nobody can foresee
  public record Surroundings(
      Transactions transactions,
      WorkQueue work,
      Hosts hosts,
      List<RulesEngine> engines,
      Publisher publisher,
      ReportLinks links,
      PagePrinter printer,
      ClassicLimits limits,
      InstantSource clock,
      RandomGenerator random) {}

  public static Classic of(ClassicStores stores, Surroundings around) {
    Transactions transactions = around.transactions();
    WorkQueue work = around.work();
    Notifier notifier = new Notifier(stores.subscriptions(), work);
    RulesEngines engines = new RulesEngines(around.engines());
    RunMachinery machinery =
        RunMachinery.of(
            transactions,
            stores.turn(),
            stores.runs(),
            stores.targets(),
            stores.templates(),
            stores.findings(),
            stores.exclusions(),
            around.hosts(),
            engines,
            notifier,
            work,
            around.limits(),
            around.clock(),
            around.random());
    return new Classic(
        new Targets(
            transactions,
            stores.turn(),
            stores.targets(),
            stores.runs(),
            around.limits(),
            around.clock(),
            around.random()),
        new Templates(
            transactions,
            stores.turn(),
            stores.templates(),
            stores.targets(),
            stores.runs(),
            around.limits(),
            around.clock(),
            around.random()),
        machinery.runs(),
        new RunQueries(
            transactions,
            stores.runs(),
            stores.findings(),
            stores.subscriptions(),
            stores.templates(),
            stores.targets(),
            machinery.hosts()),
        new RunFindings(transactions, stores.findings(), stores.runs(), around.clock()),
        new Exclusions(
            transactions,
            stores.exclusions(),
            stores.templates(),
            stores.runs(),
            work,
            around.clock(),
            around.random()),
        new Subscriptions(
            transactions,
            stores.turn(),
            stores.subscriptions(),
            stores.templates(),
            notifier,
            around.limits(),
            around.clock()),
        new AccountSettings(transactions, stores.account(), stores.templates(), around.clock()),
        new Reports(
            transactions, stores.reports(), stores.runs(), around.links(), work, around.clock()),
        workers(stores, around, machinery, engines));
  }

  private static Map<QueueName, WorkHandler> workers(
      ClassicStores stores, Surroundings around, RunMachinery machinery, RulesEngines engines) {
    Transactions transactions = around.transactions();
    WorkQueue work = around.work();
    return Map.of(
        RunWork.QUEUE,
        machinery.work(),
        Notifier.QUEUE,
        new Delivery(
            transactions, stores.subscriptions(), stores.findings(), around.publisher(), work),
        Exclusions.QUEUE,
        new PreviewWork(
                transactions,
                stores.exclusions(),
                stores.templates(),
                machinery.hosts(),
                engines,
                work)
            ::make,
        Reports.QUEUE,
        new ReportWork(
            transactions,
            stores.reports(),
            stores.runs(),
            stores.templates(),
            stores.targets(),
            stores.findings(),
            stores.exclusions(),
            around.printer(),
            work));
  }
}
