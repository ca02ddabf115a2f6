package dev.assay.inspector.v2;

import dev.assay.assessment.cis.BenchmarkIntake;
import dev.assay.assessment.cis.CisAccounts;
import dev.assay.assessment.cis.CisPlan;
import dev.assay.assessment.cis.CisReporting;
import dev.assay.assessment.cis.CisRounds;
import dev.assay.assessment.cis.CisScanStore;
import dev.assay.assessment.cis.report.CisReports;
import dev.assay.assessment.evidence.AssessedPackages;
import dev.assay.assessment.evidence.EvidenceIntake;
import dev.assay.assessment.evidence.EvidenceStore;
import dev.assay.assessment.evidence.InvalidEvidenceException;
import dev.assay.assessment.evidence.Settlement;
import dev.assay.assessment.reachability.NetworkIntake;
import dev.assay.assessment.runtime.RuntimeIntake;
import dev.assay.assessment.suppression.FilterStore;
import dev.assay.assessment.work.Lease;
import dev.assay.assessment.work.QueueName;
import dev.assay.assessment.work.WorkQueue;
import dev.assay.awsapi.value.Caller;
import dev.assay.inspector.classic.PdfPrinter;
import dev.assay.inspector.own.BenchmarksApi;
import dev.assay.inspector.own.EvidenceApi;
import dev.assay.store.Database;
import dev.assay.store.DatabaseAddress;
import dev.assay.store.account.PostgresMembershipStore;
import dev.assay.store.account.PostgresSettingsStore;
import dev.assay.store.cis.PostgresBenchmarkStore;
import dev.assay.store.cis.PostgresCisConfigurationStore;
import dev.assay.store.cis.PostgresCisScanQueries;
import dev.assay.store.cis.PostgresCisScanStore;
import dev.assay.store.cis.PostgresCisSessionStore;
import dev.assay.store.evidence.PostgresAssessedPackages;
import dev.assay.store.evidence.PostgresEvidenceStore;
import dev.assay.store.finding.PostgresFilterStore;
import dev.assay.store.finding.PostgresFindingStore;
import dev.assay.store.reachability.PostgresConfigurationStore;
import dev.assay.store.reachability.PostgresNetworkStore;
import dev.assay.store.resource.PostgresResourceStore;
import dev.assay.store.runtime.PostgresRuntimeStore;
import dev.assay.store.scratch.ScratchDatabases;
import dev.assay.store.signal.PostgresSignals;
import dev.assay.store.work.PostgresWorkQueue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;

/// Two nodes on one database: what the first writes, the second shows, as a restarted one would.
final class Nodes implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
  static final String ACCOUNT = "111122223333";
  static final String OTHER = "444455556666";
  static final String THIRD = "777788889999";

  /// What the clocks of both nodes say.
  Instant now = NOW;

  private final DatabaseAddress address = ScratchDatabases.newAddress();
  private final Database first = Database.open(address, 4);
  private final Database second = Database.open(address, 4);
  final Node writer = new Node(first, () -> now);
  final Node reader = new Node(second, () -> now);

  static Caller caller(String account) {
    return new Caller(account, "admin", "AKIAASSAYTEST", "eu-central-1", "request");
  }

  static Caller elsewhere(String account) {
    return new Caller(account, "admin", "AKIAASSAYTEST", "us-east-1", "request");
  }

  @Override
  public void close() {
    reader.close();
    writer.close();
    second.close();
    first.close();
  }

  /// The operations of one node.
  static final class Node {
    final Database database;
    final FilterStore filters = new PostgresFilterStore();
    final SettingsApi settings;
    final DeepInspectionApi deepInspection;
    final OrganizationApi organization;
    final TagsApi tags;
    final CisSessionsApi cisSessions;
    final CisScansApi cisScans;

    final EvidenceApi evidence;
    final BenchmarksApi benchmarks;
    final CisReports cisReports;
    final CisScanStore scanStore = new PostgresCisScanStore();
    private final Map<QueueName, Consumer<Lease>> handlers;
    private final PostgresSignals signals;
    private final WorkQueue work;

    Node(Database database, InstantSource clock) {
      this.database = database;
      signals = new PostgresSignals(database);
      work = new PostgresWorkQueue(database.transactions(), signals);
      var settingsStore = new PostgresSettingsStore();
      var memberships = new PostgresMembershipStore();
      settings = new SettingsApi(database.transactions(), settingsStore, memberships, clock);
      deepInspection = new DeepInspectionApi(database.transactions(), settingsStore, memberships);
      organization =
          new OrganizationApi(database.transactions(), memberships, settingsStore, clock);
      var sessions = new PostgresCisSessionStore();
      var resources = new PostgresResourceStore();
      var configurations = new PostgresCisConfigurationStore();
      var accounts = new CisAccounts(memberships);
      var transactions = database.transactions();
      CisRounds rounds =
          new CisRounds(
              transactions, scanStore, resources, accounts, work, Duration.ofHours(24), clock);
      CisPlan plan = new CisPlan(transactions, configurations, rounds, work, clock);
      CisReporting reporting = new CisReporting(rounds, scanStore, sessions);
      handlers = Map.of(CisPlan.QUEUE, plan::begin, CisRounds.QUEUE, rounds::expire);
      cisSessions = new CisSessionsApi(transactions, sessions, reporting, clock);
      cisReports = new CisReports(transactions, scanStore, sessions, new PdfPrinter());
      cisScans =
          new CisScansApi(
              transactions,
              plan,
              configurations,
              accounts,
              new CisResults(
                  transactions,
                  scanStore,
                  new PostgresCisScanQueries(),
                  sessions,
                  (report, validFor) -> "https://reports.example/" + report.text()));
      benchmarks =
          new BenchmarksApi(
              transactions, scanStore, AgentDoor.agents(transactions, signals, clock));
      var findings = new PostgresFindingStore(filters);
      EvidenceStore kept = new PostgresEvidenceStore();
      AssessedPackages packages = new PostgresAssessedPackages();
      evidence =
          new EvidenceApi(
              new EvidenceIntake(
                  transactions,
                  resources,
                  kept,
                  packages,
                  new Settlement(
                      kept,
                      packages,
                      findings,
                      document -> {
                        throw new InvalidEvidenceException("no inventories in these tests");
                      },
                      clock),
                  () -> {
                    throw new IllegalStateException("no advisories in these tests");
                  },
                  clock),
              new BenchmarkIntake(
                  transactions, resources, new PostgresBenchmarkStore(), reporting, clock),
              new NetworkIntake(
                  transactions,
                  resources,
                  new PostgresNetworkStore(),
                  new PostgresConfigurationStore(),
                  findings,
                  clock),
              new RuntimeIntake(transactions, resources, new PostgresRuntimeStore(), clock),
              AgentDoor.agents(transactions, signals, clock),
              AgentDoor.hosts(transactions, signals, clock),
              AgentDoor.arrivals(transactions, clock));
      tags = new TagsApi(transactions, filters, configurations, clock);
    }

    /// Does all work that waits, once: the handlers themselves see whether it is due.
    void work() {
      for (Lease lease : work.lease(handlers.keySet(), 1_000, Duration.ofSeconds(30), "test")) {
        Consumer<Lease> handler = handlers.get(lease.work().queue());
        if (handler == null) {
          throw new IllegalStateException("nobody works for " + lease.work().queue());
        }
        handler.accept(lease);
      }
    }

    void close() {
      signals.close();
    }
  }
}
