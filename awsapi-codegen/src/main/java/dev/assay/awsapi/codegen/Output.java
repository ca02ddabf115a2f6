package dev.assay.awsapi.codegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A folder of generated files. A file whose text is as it was is left alone, so that the
/// compiler sees no change where there is none.
final class Output {
  private final Path folder;
  private final Set<Path> written = new HashSet<>();

  Output(Path folder) {
    this.folder = folder;
  }

  void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    written.add(file);
    if (Files.exists(file) && Files.readString(file).equals(text)) {
      return;
    }
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /// Deletes what an earlier run wrote and this one did not.
  void removeStale() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> stale =
          files.filter(Files::isRegularFile).filter(file -> !written.contains(file)).toList();
      for (Path file : stale) {
        Files.delete(file);
      }
    }
  }
}
