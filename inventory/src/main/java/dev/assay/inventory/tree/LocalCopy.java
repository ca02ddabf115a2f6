package dev.assay.inventory.tree;

import dev.assay.model.NotEvaluated.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Copies of files of a tree in a temporary directory, for a library that can only open paths and
/// may write beside them (SQLite and its journals). Deleted when closed.
public final class LocalCopy implements AutoCloseable {
  private final Path directory;
  private final List<Path> files = new ArrayList<>();

  private LocalCopy(Path directory) {
    this.directory = directory;
  }

  /// Copies `path` under its own name; `companions` (journals) are copied where they exist.
  public static Lookup<LocalCopy> of(FileTree tree, long limit, String path, String... companions) {
    try {
      LocalCopy copy = new LocalCopy(Files.createTempDirectory("assay-"));
      Lookup<Path> main = copy.add(tree, path, limit);
      for (String companion : companions) {
        if (main.found() && copy.add(tree, companion, limit) instanceof Lookup.Unreadable<Path> u) {
          main = u;
        }
      }
      if (!main.found()) {
        copy.close();
      }
      return main.map(file -> copy);
    } catch (IOException e) {
      return new Lookup.Unreadable<>(
          path, Reason.UNREADABLE, "No temporary copy could be made: " + IoReason.of(e));
    }
  }

  /// The copy of the first path.
  public Path file() {
    return files.getFirst();
  }

  private Lookup<Path> add(FileTree tree, String path, long limit) {
    return tree.open(path, limit)
        .then(
            stream -> {
              Path file = directory.resolve(path.substring(path.lastIndexOf('/') + 1));
              try (InputStream in = stream) {
                files.add(file);
                Files.copy(in, file);
                return new Lookup.Found<>(file);
              } catch (LimitExceededException e) {
                return new Lookup.Unreadable<>(path, Reason.LIMIT, e.getMessage());
              } catch (IOException e) {
                return new Lookup.Unreadable<>(path, Reason.UNREADABLE, IoReason.of(e));
              }
            });
  }

  @Override
  public void close() throws IOException {
    try (var left = Files.newDirectoryStream(directory)) {
      for (Path file : left) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }
}
