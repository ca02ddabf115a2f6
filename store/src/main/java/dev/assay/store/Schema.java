package dev.assay.store;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;

/// Brings a database's schema to the version of this program; nodes that do so at once take turns.
final class Schema {
  private Schema() {}

  static void migrate(DatabaseAddress address) {
    try {
      Flyway flyway =
          Flyway.configure()
              .dataSource(DriverDataSource.of(address))
              .locations("classpath:db/migration")
              .validateMigrationNaming(true)
              .load();
      refuseNewer(flyway.info(), address);
      flyway.migrate();
    } catch (FlywayException failure) {
      throw new DatabaseOpeningException(
          "the schema of " + address + " cannot be brought up to date: " + failure.getMessage(),
          failure);
    }
  }

  /// An older program would write rows that the newer schema means otherwise.
  private static void refuseNewer(MigrationInfoService migrations, DatabaseAddress address) {
    for (MigrationInfo migration : migrations.applied()) {
      if (migration.getState().isResolved()) {
        continue;
      }
      throw new DatabaseOpeningException(
          "the schema of "
              + address
              + " is of a newer Assay (it has version "
              + migration.getVersion()
              + ", unknown here): start that one, or restore a backup");
    }
  }
}
