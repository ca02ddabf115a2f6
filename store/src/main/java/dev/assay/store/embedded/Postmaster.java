package dev.assay.store.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Starts and stops the server process of a cluster. `pg_ctl` puts it in a session of its own, so
/// that Ctrl-C ends Assay first and its database after.
final class Postmaster {
  private static final long LARGEST_LOG = 16L << 20;
  private static final int ATTEMPTS = 5;
  private static final Duration PAUSE = Duration.ofMillis(300);

  private final Programs programs;
  private final Cluster cluster;
  private final Durability durability;
  private int port;

  Postmaster(Programs programs, Cluster cluster, Durability durability) {
    this.programs = programs;
    this.cluster = cluster;
    this.durability = durability;
  }

  Cluster cluster() {
    return cluster;
  }

  int port() {
    return port;
  }

  boolean isRunning() {
    try {
      return running().isPresent();
    } catch (IOException unreadable) {
      return false;
    }
  }

  private Optional<ProcessHandle> running() throws IOException {
    return PostmasterFile.read(cluster.directory()).flatMap(PostmasterFile::running);
  }

  /// Ends the server that a killed process left behind, and forgets one that was killed itself.
  void stopLeftover() throws IOException {
    if (running().isPresent()) {
      stop();
    } else {
      Files.deleteIfExists(PostmasterFile.in(cluster.directory()));
    }
  }

  /// Starts on a free port. Another program may take it in between, and processes of a killed
  /// server need a moment to notice: both pass by trying again.
  void start() throws IOException {
    keepOneOldLog();
    for (int attempt = 1; ; attempt++) {
      port = freePort();
      try {
        startOnPort();
        return;
      } catch (ProgramFailedException failure) {
        if (attempt == ATTEMPTS) {
          throw new IOException(failure.getMessage() + " (see " + log() + ")", failure);
        }
        pause();
      }
    }
  }

  /// Starts on the same port as before.
  void startAgain() throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        stopLeftover();
        startOnPort();
        return;
      } catch (ProgramFailedException failure) {
        if (attempt == ATTEMPTS) {
          throw failure;
        }
        pause();
      }
    }
  }

  void stop() throws IOException {
    if (Files.exists(PostmasterFile.in(cluster.directory()))) {
      control("stop", "--mode=fast", "--timeout=120");
    }
  }

  private void startOnPort() throws IOException {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "port=" + port,
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=100",
                "log_checkpoints=off",
                "log_timezone=UTC",
                "timezone=UTC"));
    settings.addAll(durability.settings());
    control(
        "start",
        "--timeout=600",
        "--log=" + log(),
        "--options=-c " + String.join(" -c ", settings));
  }

  private void control(String action, String... arguments) throws IOException {
    List<String> all =
        new ArrayList<>(List.of(action, "--silent", "--wait", "--pgdata=" + cluster.directory()));
    all.addAll(List.of(arguments));
    programs.run(cluster.directory(), "", "pg_ctl", all.toArray(String[]::new));
  }

  private Path log() {
    return cluster.directory().resolveSibling("server.log");
  }

  private void keepOneOldLog() throws IOException {
    if (Files.exists(log()) && Files.size(log()) > LARGEST_LOG) {
      Files.move(
          log(), log().resolveSibling("server.log.old"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while starting", interrupted);
    }
  }
}
