package dev.assay.inventory.rpm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// SQLite itself writes the logs; nobody but the connection under test keeps the file open.
class WriteAheadLogTest {
  private final List<byte[]> headers = DatabaseBuilder.typicalHeaders(60, new SplittableRandom(2));

  @TempDir Path directory;
  private Path file = Path.of("");
  private @Nullable Connection opened;

  @BeforeEach
  void openLogged() throws SQLException {
    file = directory.resolve("rpmdb.sqlite");
    opened = DatabaseBuilder.connect(file);
    run("PRAGMA journal_mode = WAL");
    run("PRAGMA wal_autocheckpoint = 0");
    DatabaseBuilder.createPackages(connection());
    DatabaseBuilder.insert(connection(), headers.subList(0, 20));
  }

  @AfterEach
  void close() throws SQLException {
    connection().close();
  }

  @Test
  void committedFramesCount() throws Exception {
    assertThat(Files.size(log())).isPositive();
    assertThat(read(Files.readAllBytes(log())).headers).hasSize(20);
  }

  @Test
  void framesWinOverTheFile() throws Exception {
    run("PRAGMA wal_checkpoint(TRUNCATE)");
    DatabaseBuilder.insert(connection(), headers.subList(20, 60));
    run("DELETE FROM Packages WHERE hnum = 5");
    assertThat(read(new byte[0]).headers).hasSize(20);
    CollectedHeaders collected = read(Files.readAllBytes(log()));
    assertThat(collected.losses).isEmpty();
    assertThat(collected.headers).hasSize(59).doesNotContainKey(5L);
    assertThat(collected.headers.get(60L)).isEqualTo(headers.get(59));
  }

  @Test
  void framesOfAnEarlierUseOfTheLogDoNotCount() throws Exception {
    DatabaseBuilder.insert(connection(), headers.subList(20, 60));
    run("PRAGMA wal_checkpoint(RESTART)");
    run("DELETE FROM Packages WHERE hnum = 5");
    assertThat(read(Files.readAllBytes(log())).headers).hasSize(59).doesNotContainKey(5L);
  }

  @Test
  void aTransactionThatWasNotCommittedDoesNotCount() throws Exception {
    run("PRAGMA cache_size = 1");
    connection().setAutoCommit(false);
    try (Statement statement = connection().createStatement()) {
      statement.executeUpdate("UPDATE Packages SET blob = zeroblob(100000)");
    }
    assertThat(read(Files.readAllBytes(log())).headers.get(1L)).isEqualTo(headers.get(0));
    connection().rollback();
  }

  @Test
  void aLogCutOrBrokenAnywhereEndsAtItsLastWholeTransaction() throws Exception {
    run("PRAGMA wal_checkpoint(TRUNCATE)");
    for (int i = 20; i < 60; i++) {
      DatabaseBuilder.insert(connection(), headers.subList(i, i + 1));
    }
    byte[] log = Files.readAllBytes(log());
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 100; i++) {
      byte[] broken = Arrays.copyOf(log, random.nextInt(log.length));
      if (broken.length > 0 && random.nextBoolean()) {
        broken[random.nextInt(broken.length)] ^= 4;
      }
      assertThat(comparable(read(broken).headers)).isEqualTo(readBySqlite(broken));
    }
  }

  /// What SQLite makes of the same file and log, in a copy of its own.
  private Map<Long, ByteBuffer> readBySqlite(byte[] log) throws Exception {
    Path copy = Files.createTempDirectory(directory, "copy").resolve("rpmdb.sqlite");
    Files.copy(file, copy);
    Files.write(copy.resolveSibling("rpmdb.sqlite-wal"), log);
    Map<Long, ByteBuffer> rows = new LinkedHashMap<>();
    try (Connection other = DatabaseBuilder.connect(copy);
        Statement statement = other.createStatement();
        var result = statement.executeQuery("SELECT hnum, blob FROM Packages ORDER BY hnum")) {
      while (result.next()) {
        rows.put(result.getLong(1), ByteBuffer.wrap(result.getBytes(2)));
      }
    }
    return rows;
  }

  private Connection connection() {
    return Objects.requireNonNull(opened);
  }

  private static Map<Long, ByteBuffer> comparable(Map<Long, byte[]> headers) {
    Map<Long, ByteBuffer> comparable = new LinkedHashMap<>();
    headers.forEach((instance, blob) -> comparable.put(instance, ByteBuffer.wrap(blob)));
    return comparable;
  }

  private CollectedHeaders read(byte[] log) throws IOException {
    return CollectedHeaders.from(
        new SqliteDatabase(
            RandomAccessBytes.of(Files.readAllBytes(file)), RandomAccessBytes.of(log)));
  }

  private Path log() {
    return directory.resolve("rpmdb.sqlite-wal");
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection().createStatement()) {
      statement.execute(sql);
    }
  }
}
