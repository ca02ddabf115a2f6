package dev.assay.server;

import dev.assay.assessment.identity.Identities;
import dev.assay.assessment.identity.NewAccessKey;
import dev.assay.server.setting.InvalidSettingException;
import dev.assay.server.setting.ServerSettings;
import dev.assay.store.Database;
import dev.assay.store.DatabaseAddress;
import dev.assay.store.audit.PostgresAuditLog;
import dev.assay.store.embedded.EmbeddedServer;
import dev.assay.store.identity.PostgresIdentityStore;
import dev.assay.store.signal.PostgresSignals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;

/// Lets a lost administrator in again, for who can read the server's files: while it runs, or not.
public final class Recovery {
  private static final int CONNECTIONS = 2;

  private Recovery() {}

  /// Gives the administrator a new key, in `admin-credentials` too, and revokes the old ones.
  ///
  /// @throws InvalidSettingException where there is nothing to recover
  public static Recovered recover(ServerSettings settings) throws IOException {
    if (settings.database().isEmpty()
        && !Files.isDirectory(settings.data().resolve("postgresql"))) {
      throw new InvalidSettingException(
          "--data: " + settings.data() + " is not the data directory of a server");
    }
    DataDirectory directory = DataDirectory.open(settings.data());
    InstantSource clock = InstantSource.system();
    try (Database database = open(settings);
        PostgresSignals signals = new PostgresSignals(database)) {
      PostgresIdentityStore store =
          new PostgresIdentityStore(directory.masterKey(settings), signals);
      Administrator administrator =
          new Administrator(
              database.transactions(),
              store,
              new Identities(store, clock, new SecureRandom()),
              new PostgresAuditLog(),
              clock);
      return new Recovered(
          administrator.recover(settings.account(), directory), directory.credentialsFile());
    }
  }

  /// The new key, and the file that holds it.
  public record Recovered(NewAccessKey key, Path file) {}

  private static Database open(ServerSettings settings) throws IOException {
    if (settings.database().isPresent()) {
      return Database.open(settings.database().get(), CONNECTIONS);
    }
    Optional<DatabaseAddress> running = EmbeddedServer.runningIn(settings.data());
    return running.isPresent()
        ? Database.open(running.get(), CONNECTIONS)
        : Database.openEmbedded(settings.data(), CONNECTIONS);
  }
}
