package dev.assay.inspector.v2;

import dev.assay.assessment.cis.BenchmarkIntake;
import dev.assay.assessment.cis.CisAccounts;
import dev.assay.assessment.cis.CisReporting;
import dev.assay.assessment.cis.CisRounds;
import dev.assay.assessment.work.WorkQueue;
import dev.assay.store.Database;
import dev.assay.store.account.PostgresMembershipStore;
import dev.assay.store.cis.PostgresBenchmarkStore;
import dev.assay.store.cis.PostgresCisScanStore;
import dev.assay.store.cis.PostgresCisSessionStore;
import dev.assay.store.resource.PostgresResourceStore;
import java.time.Duration;
import java.time.InstantSource;

/// The benchmarks' side of the door for evidence, for tests of its other sides.
final class BenchmarkDoor {
  private BenchmarkDoor() {}

  static BenchmarkIntake intake(Database database, WorkQueue work, InstantSource clock) {
    var scans = new PostgresCisScanStore();
    var resources = new PostgresResourceStore();
    var rounds =
        new CisRounds(
            database.transactions(),
            scans,
            resources,
            new CisAccounts(new PostgresMembershipStore()),
            work,
            Duration.ofHours(24),
            clock);
    return new BenchmarkIntake(
        database.transactions(),
        resources,
        new PostgresBenchmarkStore(),
        new CisReporting(rounds, scans, new PostgresCisSessionStore()),
        clock);
  }
}
