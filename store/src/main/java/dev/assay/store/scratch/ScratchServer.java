package dev.assay.store.scratch;

import dev.assay.store.DatabaseAddress;
import dev.assay.store.embedded.DeletedTree;
import dev.assay.store.embedded.Durability;
import dev.assay.store.embedded.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// The server of scratch databases, and what is to be undone when this process ends.
final class ScratchServer {
  private static final Deque<Runnable> AT_EXIT = new ArrayDeque<>();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(ScratchServer::undo, "scratch databases"));
  }

  private ScratchServer() {}

  static DatabaseAddress address() {
    String url = System.getProperty("assay.test.database", "");
    if (url.isEmpty()) {
      return embedded();
    }
    return new DatabaseAddress(
        url,
        Optional.ofNullable(System.getProperty("assay.test.user")),
        Optional.ofNullable(System.getProperty("assay.test.password")));
  }

  /// Undone last first.
  static void atExit(Runnable action) {
    synchronized (AT_EXIT) {
      AT_EXIT.push(action);
    }
  }

  private static DatabaseAddress embedded() {
    try {
      Path directory = Files.createTempDirectory("assay-scratch-");
      atExit(() -> delete(directory));
      EmbeddedServer server = EmbeddedServer.start(directory, Durability.SCRATCH);
      atExit(server::close);
      return server.address();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void delete(Path directory) {
    try {
      DeletedTree.of(directory);
    } catch (IOException left) {
      throw new UncheckedIOException(left);
    }
  }

  private static void undo() {
    synchronized (AT_EXIT) {
      while (!AT_EXIT.isEmpty()) {
        try {
          AT_EXIT.pop().run();
        } catch (RuntimeException goesOn) {
          System.getLogger(ScratchServer.class.getName())
              .log(System.Logger.Level.WARNING, "a scratch database was left", goesOn);
        }
      }
    }
  }
}
