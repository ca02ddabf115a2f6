package dev.assay.store.scratch;

import dev.assay.store.Database;
import dev.assay.store.DatabaseAddress;
import dev.assay.store.DatabaseOpeningException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;

/// Fresh databases on one server, each a copy of a template that holds the schema, so that one
/// costs some ten milliseconds. The server is an embedded one that ends with this process or, by
/// the system property `assay.test.database` (a JDBC URL; `assay.test.user`,
/// `assay.test.password`), one that runs already.
public final class ScratchDatabases {
  private static final int CONNECTIONS = 8;

  private final DatabaseAddress server;
  private final DatabaseAddress template;

  private ScratchDatabases(DatabaseAddress server) {
    this.server = server;
    this.template = server.named(newName("template"));
    command("create database " + nameOf(template));
    Database.open(template, 1).close();
    dropAtExit(template);
  }

  /// A fresh database with the newest schema; it is dropped when this process ends.
  public static Database open() {
    return Database.open(newAddress(), CONNECTIONS);
  }

  /// The address of a fresh database, for several nodes to open.
  public static DatabaseAddress newAddress() {
    return Shared.INSTANCE.copy();
  }

  /// The address of a fresh database without a schema.
  public static DatabaseAddress newEmptyAddress() {
    return Shared.INSTANCE.create("");
  }

  private DatabaseAddress copy() {
    return create(" template " + nameOf(template));
  }

  private DatabaseAddress create(String from) {
    DatabaseAddress fresh = server.named(newName("scratch"));
    command("create database " + nameOf(fresh) + from);
    dropAtExit(fresh);
    return fresh;
  }

  private void dropAtExit(DatabaseAddress address) {
    ScratchServer.atExit(() -> command("drop database " + nameOf(address) + " with (force)"));
  }

  private static String newName(String kind) {
    byte[] random = new byte[8];
    ThreadLocalRandom.current().nextBytes(random);
    return "assay_" + kind + "_" + HexFormat.of().formatHex(random);
  }

  private static String nameOf(DatabaseAddress address) {
    String url = address.url();
    int end = url.indexOf('?');
    return url.substring(url.lastIndexOf('/') + 1, end < 0 ? url.length() : end);
  }

  private synchronized void command(String sql) {
    Properties login = new Properties();
    server.user().ifPresent(user -> login.setProperty("user", user));
    server.password().ifPresent(password -> login.setProperty("password", password));
    try (Connection connection = DriverManager.getConnection(server.url(), login);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new DatabaseOpeningException(sql + ": " + failure.getMessage(), failure);
    }
  }

  /// Started when first asked for.
  private static final class Shared {
    static final ScratchDatabases INSTANCE = new ScratchDatabases(ScratchServer.address());
  }
}
