package dev.assay.store.classic;

import dev.assay.assessment.classic.ClassicStores;

/// All of Classic's stores in PostgreSQL.
public final class PostgresClassic {
  private PostgresClassic() {}

  public static ClassicStores stores() {
    return new ClassicStores(
        new PostgresTenantTurn(),
        new PostgresTargets(),
        new PostgresTemplates(),
        new PostgresRuns(),
        new PostgresRunFindings(),
        new PostgresExclusions(),
        new PostgresSubscriptions(),
        new PostgresAccounts(),
        new PostgresReports());
  }
}
