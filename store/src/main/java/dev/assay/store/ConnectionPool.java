package dev.assay.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.SQLException;
import java.time.Duration;

/// The pool of connections. Its transactions see one moment (repeatable read) unless they ask for
/// less: set once a connection, so that no transaction pays a round trip for it.
final class ConnectionPool {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private ConnectionPool() {}

  static HikariDataSource open(DatabaseAddress address, int connections) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("assay");
    config.setDataSource(DriverDataSource.of(address));
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(LONGEST_WAIT.toMillis());
    config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
    try {
      return new HikariDataSource(config);
    } catch (PoolInitializationException failure) {
      throw new DatabaseOpeningException(
          "the database " + address + " cannot be opened: " + words(failure), failure);
    }
  }

  /// The server's own first line: it says whether the host, the login or the name was wrong.
  private static String words(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && !(root instanceof SQLException)) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).lines().findFirst().orElse("no reason given");
  }
}
