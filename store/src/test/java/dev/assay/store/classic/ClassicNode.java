package dev.assay.store.classic;

import dev.assay.assessment.classic.Attribute;
import dev.assay.assessment.classic.Classic;
import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.classic.ClassicLimits;
import dev.assay.assessment.classic.Described;
import dev.assay.assessment.classic.DurationRange;
import dev.assay.assessment.classic.TimeRange;
import dev.assay.assessment.classic.evaluation.VulnerabilityEngine;
import dev.assay.assessment.classic.finding.RunFinding;
import dev.assay.assessment.classic.finding.RunFindingFilter;
import dev.assay.assessment.classic.host.Hosts;
import dev.assay.assessment.classic.rulespackage.RulesPackage;
import dev.assay.assessment.classic.run.DescribedRun;
import dev.assay.assessment.classic.run.RunFilter;
import dev.assay.assessment.classic.subscription.Publisher;
import dev.assay.assessment.classic.template.TemplateDraft;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.work.Lease;
import dev.assay.assessment.work.WorkQueue;
import dev.assay.store.Database;
import dev.assay.store.signal.PostgresSignals;
import dev.assay.store.work.PostgresWorkQueue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/// A node of the service that knows Classic only.
final class ClassicNode implements AutoCloseable {
  final Classic classic;
  final WorkQueue work;
  final PostgresSignals signals;

  ClassicNode(Database database, Hosts hosts, Publisher publisher, ClassicLimits limits) {
    this(database, hosts, publisher, limits, InstantSource.system());
  }

  ClassicNode(
      Database database,
      Hosts hosts,
      Publisher publisher,
      ClassicLimits limits,
      InstantSource clock) {
    this.signals = new PostgresSignals(database);
    this.work = new PostgresWorkQueue(database.transactions(), signals);
    this.classic =
        Classic.of(
            PostgresClassic.stores(),
            new Classic.Surroundings(
                database.transactions(),
                work,
                hosts,
                List.of(new VulnerabilityEngine(hosts)),
                publisher,
                (report, validFor) -> "https://reports.example/" + report.text(),
                (page, out) -> {
                  try {
                    out.write(page.getBytes(StandardCharsets.UTF_8));
                  } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                  }
                },
                limits,
                clock,
                new SecureRandom()));
  }

  /// Does one piece of the work that is due.
  ///
  /// @return whether there was any
  boolean workOnce() {
    return workOnce(Duration.ofSeconds(30));
  }

  boolean workOnce(Duration term) {
    List<Lease> leases = work.lease(classic.workers().keySet(), 1, term, "test");
    leases.forEach(
        lease -> {
          var worker = classic.workers().get(lease.work().queue());
          if (worker == null) {
            throw new IllegalStateException("nobody works for " + lease.work().queue());
          }
          try {
            worker.handle(lease);
          } catch (RuntimeException failure) {
            throw failure;
          } catch (Exception failure) {
            throw new AssertionError("work of Classic throws no such thing", failure);
          }
        });
    return !leases.isEmpty();
  }

  void workUntilIdle() {
    for (int i = 0; workOnce(); i++) {
      if (i > 10_000) {
        throw new IllegalStateException("the work has no end");
      }
    }
  }

  String target(Tenant tenant, String name) {
    return classic.targets().create(tenant, name, null).arn().toString();
  }

  String template(Tenant tenant, String target, String name, RulesPackage... rules) {
    return classic
        .templates()
        .create(
            tenant,
            new TemplateDraft(
                target,
                name,
                180,
                Stream.of(rules).map(one -> one.arn(tenant.region()).toString()).toList(),
                List.of(new Attribute("team", "blue"))))
        .arn()
        .toString();
  }

  /// A finished run of every host of the tenant.
  String finishedRun(Tenant tenant, RulesPackage... rules) {
    String template = template(tenant, target(tenant, "all"), "template", rules);
    ClassicArn run = classic.runs().start(tenant, template, "run");
    workUntilIdle();
    return run.toString();
  }

  DescribedRun describeRun(Tenant tenant, String run) {
    return classic.runQueries().describe(tenant, List.of(run)).items().getFirst();
  }

  List<RunFinding> findings(Tenant tenant) {
    List<String> arns = classic.findings().list(tenant, everyFinding(), 100, null).items();
    Described<RunFinding> described = classic.findings().describe(tenant, arns);
    return described.items();
  }

  static RunFindingFilter everyFinding() {
    return new RunFindingFilter(
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        TimeRange.ALWAYS);
  }

  static RunFilter everyRun() {
    return new RunFilter(
        List.of(),
        null,
        List.of(),
        DurationRange.ANY,
        List.of(),
        TimeRange.ALWAYS,
        TimeRange.ALWAYS,
        TimeRange.ALWAYS);
  }

  @Override
  public void close() {
    signals.close();
  }
}
