package dev.assay.store;

import com.zaxxer.hikari.HikariDataSource;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.store.embedded.EmbeddedServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// An open database, its schema at the newest version: what the ports' implementations work on.
public final class Database implements AutoCloseable {
  private static final int LONGEST_ANSWER_SECONDS = 2;

  private final DatabaseAddress address;
  private final HikariDataSource pool;
  private final Transactions transactions;
  private final @Nullable EmbeddedServer server;

  private Database(
      DatabaseAddress address, HikariDataSource pool, @Nullable EmbeddedServer server) {
    this.address = address;
    this.pool = pool;
    this.server = server;
    this.transactions = new JdbiTransactions(Jdbi.create(pool));
  }

  /// Opens a database of a running server and brings its schema up to date. Other nodes may do so
  /// at the same moment.
  ///
  /// @param connections how many transactions may be open at once
  public static Database open(DatabaseAddress address, int connections) {
    return open(address, connections, null);
  }

  /// Starts a PostgreSQL server of our own in a directory, which is made on first use, and opens
  /// its database; closing stops the server.
  public static Database openEmbedded(Path directory, int connections) {
    EmbeddedServer server = EmbeddedServer.start(directory);
    try {
      return open(server.address(), connections, server);
    } catch (RuntimeException failure) {
      server.close();
      throw failure;
    }
  }

  private static Database open(
      DatabaseAddress address, int connections, @Nullable EmbeddedServer server) {
    Schema.migrate(address);
    return new Database(address, ConnectionPool.open(address, connections), server);
  }

  public Transactions transactions() {
    return transactions;
  }

  /// A connection outside the pool, for one who keeps it.
  public Connection newConnection() throws SQLException {
    return DriverDataSource.of(address).getConnection();
  }

  /// Whether the server answers just now.
  public boolean answers() {
    try (Connection connection = pool.getConnection()) {
      return connection.isValid(LONGEST_ANSWER_SECONDS);
    } catch (SQLException no) {
      return false;
    }
  }

  public DatabaseAddress address() {
    return address;
  }

  @Override
  public void close() {
    pool.close();
    if (server != null) {
      server.close();
    }
  }
}
