package dev.assay.inspector.v2;

import dev.assay.assessment.suppression.FilterStore;
import dev.assay.awsapi.value.Caller;
import dev.assay.store.Database;
import dev.assay.store.DatabaseAddress;
import dev.assay.store.account.PostgresMembershipStore;
import dev.assay.store.account.PostgresSettingsStore;
import dev.assay.store.cis.PostgresCisSessionStore;
import dev.assay.store.finding.PostgresFilterStore;
import dev.assay.store.scratch.ScratchDatabases;
import java.time.Instant;
import java.time.InstantSource;

/// Two nodes on one database: what the first writes, the second shows, as a restarted one would.
final class Nodes implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
  static final String ACCOUNT = "111122223333";
  static final String OTHER = "444455556666";
  static final String THIRD = "777788889999";

  private final DatabaseAddress address = ScratchDatabases.newAddress();
  private final Database first = Database.open(address, 4);
  private final Database second = Database.open(address, 4);
  final Node writer = new Node(first);
  final Node reader = new Node(second);

  static Caller caller(String account) {
    return new Caller(account, "admin", "AKIAASSAYTEST", "eu-central-1", "request");
  }

  static Caller elsewhere(String account) {
    return new Caller(account, "admin", "AKIAASSAYTEST", "us-east-1", "request");
  }

  @Override
  public void close() {
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

    Node(Database database) {
      this.database = database;
      InstantSource clock = InstantSource.fixed(NOW);
      var settingsStore = new PostgresSettingsStore();
      var memberships = new PostgresMembershipStore();
      settings = new SettingsApi(database.transactions(), settingsStore, memberships, clock);
      deepInspection = new DeepInspectionApi(database.transactions(), settingsStore, memberships);
      organization =
          new OrganizationApi(database.transactions(), memberships, settingsStore, clock);
      var sessions = new PostgresCisSessionStore();
      cisSessions = new CisSessionsApi(database.transactions(), sessions, clock);
      cisScans = new CisScansApi(database.transactions(), sessions);
      tags = new TagsApi(database.transactions(), filters, clock);
    }
  }
}
