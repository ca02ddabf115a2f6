package dev.assay.cli;

import dev.assay.assessment.agent.Agents;
import dev.assay.assessment.agent.BenchmarkDemand;
import dev.assay.assessment.cis.BenchmarkIntake;
import dev.assay.assessment.cis.BenchmarkStore;
import dev.assay.assessment.cis.CisAccounts;
import dev.assay.assessment.cis.CisConfigurationStore;
import dev.assay.assessment.cis.CisPlan;
import dev.assay.assessment.cis.CisReporting;
import dev.assay.assessment.cis.CisRounds;
import dev.assay.assessment.cis.CisScanStore;
import dev.assay.assessment.cis.CisSessionStore;
import dev.assay.assessment.cis.report.CisReportKey;
import dev.assay.assessment.cis.report.CisReports;
import dev.assay.assessment.organization.MembershipStore;
import dev.assay.assessment.resource.ResourceStore;
import dev.assay.assessment.work.QueueName;
import dev.assay.assessment.work.WorkHandler;
import dev.assay.inspector.classic.PdfPrinter;
import dev.assay.inspector.own.BenchmarksApi;
import dev.assay.inspector.v2.CisResults;
import dev.assay.inspector.v2.CisScansApi;
import dev.assay.inspector.v2.CisSessionsApi;
import dev.assay.server.Ground;
import dev.assay.server.SignedLinks;
import dev.assay.server.Tenancy;
import dev.assay.store.cis.PostgresBenchmarkStore;
import dev.assay.store.cis.PostgresCisConfigurationStore;
import dev.assay.store.cis.PostgresCisScanQueries;
import dev.assay.store.cis.PostgresCisScanStore;
import dev.assay.store.cis.PostgresCisSessionStore;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/// What has to do with benchmarks, put together.
final class BenchmarkServices {
  private static final String REPORTS = "/cis-reports";

  /// How long a scan waits for the results of its resources.
  private static final Duration PATIENCE = Duration.ofHours(24);

  private final Ground ground;
  private final CisConfigurationStore configurations = new PostgresCisConfigurationStore();
  private final CisScanStore scans = new PostgresCisScanStore();
  private final BenchmarkStore store = new PostgresBenchmarkStore();
  private final CisSessionStore sessions = new PostgresCisSessionStore();
  private final CisAccounts accounts;
  private final CisRounds rounds;
  private final CisPlan plan;
  private final CisReporting reporting;
  private final BenchmarkIntake intake;
  private final SignedLinks links;

  BenchmarkServices(
      Ground ground, MembershipStore memberships, ResourceStore resources, Supplier<String> url) {
    this.ground = ground;
    this.accounts = new CisAccounts(memberships);
    this.rounds =
        new CisRounds(
            ground.transactions(),
            scans,
            resources,
            accounts,
            ground.work(),
            PATIENCE,
            ground.clock());
    this.plan =
        new CisPlan(ground.transactions(), configurations, rounds, ground.work(), ground.clock());
    this.reporting = new CisReporting(rounds, scans, sessions);
    this.intake =
        new BenchmarkIntake(ground.transactions(), resources, store, reporting, ground.clock());
    this.links = new SignedLinks(REPORTS, url, ground.clock());
  }

  Map<QueueName, WorkHandler> handlers() {
    return Map.of(CisPlan.QUEUE, plan::begin, CisRounds.QUEUE, rounds::expire);
  }

  Tenancy door(Tenancy services) {
    CisReports reports = new CisReports(ground.transactions(), scans, sessions, new PdfPrinter());
    return new ReportDoor(
        services,
        links,
        REPORTS,
        "cis-report",
        document -> {
          CisReportKey key = CisReportKey.parse(document);
          return reports
              .content(key)
              .map(content -> new ReportDoor.Report(key.format().mediaType(), content));
        });
  }

  CisScansApi scans() {
    return new CisScansApi(
        ground.transactions(),
        plan,
        configurations,
        accounts,
        new CisResults(
            ground.transactions(),
            scans,
            new PostgresCisScanQueries(),
            sessions,
            (report, validFor) ->
                links.link(report.text(), ground.clock().instant().plus(validFor))));
  }

  CisSessionsApi sessions() {
    return new CisSessionsApi(ground.transactions(), sessions, reporting, ground.clock());
  }

  BenchmarksApi jobs(Agents agents) {
    return new BenchmarksApi(ground.transactions(), scans, agents);
  }

  /// How many scans wait for a host.
  BenchmarkDemand demand() {
    return (reading, host) -> scans.waiting(reading, host.tenant(), host.id()).size();
  }

  CisConfigurationStore configurations() {
    return configurations;
  }

  BenchmarkStore store() {
    return store;
  }

  BenchmarkIntake intake() {
    return intake;
  }
}
