package dev.assay.store.embedded;

import dev.assay.store.DatabaseAddress;
import dev.assay.store.DatabaseOpeningException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;

/// A PostgreSQL server that lives in a directory and for one process of Assay.
///
/// It listens on the loopback address, on a port that was free, and asks for a password that only
/// the directory's owner can read. Where a killed process left its server running, that one is
/// stopped first; where the server itself is killed, it is started again on the same port, so that
/// a pool of connections outlives it.
public final class EmbeddedServer implements AutoCloseable {
  private static final System.Logger LOGGER = System.getLogger(EmbeddedServer.class.getName());

  private static final Duration WATCH_INTERVAL = Duration.ofMillis(500);

  private final DirectoryLock lock;
  private final Postmaster postmaster;
  private volatile boolean closing;

  private EmbeddedServer(DirectoryLock lock, Postmaster postmaster) {
    this.lock = lock;
    this.postmaster = postmaster;
  }

  /// Starts the server of a directory, which is made on first use.
  ///
  /// @throws DatabaseOpeningException where the directory cannot be used, or is in use
  public static EmbeddedServer start(Path directory) {
    return start(directory, Durability.DURABLE);
  }

  public static EmbeddedServer start(Path directory, Durability durability) {
    try {
      return startIn(directory.toAbsolutePath().normalize(), durability);
    } catch (IOException failure) {
      throw new DatabaseOpeningException(
          "PostgreSQL cannot be started in " + directory + ": " + words(failure), failure);
    }
  }

  private static EmbeddedServer startIn(Path directory, Durability durability) throws IOException {
    Path home = directory.resolve("postgresql");
    Files.createDirectories(
        home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    DirectoryLock lock = DirectoryLock.acquire(directory);
    try {
      Programs programs = new Programs(Binaries.unpackedIn(home));
      Cluster cluster = Cluster.in(home, programs, durability);
      Postmaster postmaster = new Postmaster(programs, cluster, durability);
      postmaster.stopLeftover();
      postmaster.start();
      EmbeddedServer server = new EmbeddedServer(lock, postmaster);
      Thread.ofVirtual().name("postgresql-watch").start(server::watch);
      return server;
    } catch (IOException | RuntimeException failure) {
      lock.close();
      throw failure;
    }
  }

  public DatabaseAddress address() {
    return addressOf(postmaster.cluster(), postmaster.port());
  }

  /// The address of the server that runs in a directory now, whoever started it.
  public static Optional<DatabaseAddress> runningIn(Path directory) throws IOException {
    Path data = directory.resolve("postgresql").resolve("data");
    Optional<PostmasterFile> file =
        PostmasterFile.read(data).filter(found -> found.running().isPresent());
    if (file.isEmpty()) {
      return Optional.empty();
    }
    String password = Files.readString(Cluster.passwordFile(data)).strip();
    return Optional.of(addressOf(new Cluster(data, password), file.get().port()));
  }

  private static DatabaseAddress addressOf(Cluster cluster, int port) {
    return new DatabaseAddress(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + Cluster.DATABASE,
        Optional.of(Cluster.USER),
        Optional.of(cluster.password()));
  }

  private void watch() {
    while (!closing) {
      try {
        Thread.sleep(WATCH_INTERVAL);
      } catch (InterruptedException asked) {
        return;
      }
      if (!postmaster.isRunning()) {
        restart();
      }
    }
  }

  private synchronized void restart() {
    if (closing) {
      return;
    }
    LOGGER.log(System.Logger.Level.WARNING, "PostgreSQL has ended; starting it again");
    try {
      postmaster.startAgain();
    } catch (IOException | RuntimeException failure) {
      LOGGER.log(System.Logger.Level.ERROR, "PostgreSQL cannot be started again", failure);
    }
  }

  @Override
  public synchronized void close() {
    if (closing) {
      return;
    }
    closing = true;
    try (lock) {
      postmaster.stop();
    } catch (IOException failure) {
      throw new IllegalStateException("PostgreSQL could not be stopped", failure);
    }
  }

  private static String words(IOException failure) {
    return failure instanceof ProgramFailedException
        ? String.valueOf(failure.getMessage())
        : failure.toString();
  }
}
