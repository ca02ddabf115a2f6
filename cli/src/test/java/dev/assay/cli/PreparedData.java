package dev.assay.cli;

import dev.assay.store.embedded.DeletedTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/// The data directory of a server that began and ended in order, made once in this virtual machine
/// and copied: to unpack a database server, make its cluster and bring the schema up to date is
/// most of the time that a first start takes. Whoever is told by such a copy has one administrator
/// with all others.
final class PreparedData {
  private static final Path ORIGINAL = made();

  private PreparedData() {}

  /// Copies it; what a certificate is made of is not in it.
  ///
  /// @param directory is made where it is missing, and else has to be empty
  static void copyTo(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(ORIGINAL)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path copy = directory.resolve(ORIGINAL.relativize(file).toString());
        if (!Files.isDirectory(copy)) {
          Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        }
      }
    }
  }

  private static Path made() {
    try {
      Path directory = Files.createTempDirectory("assay-prepared-");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory)));
      ServedProcess.start(directory).close();
      return directory;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void delete(Path directory) {
    try {
      DeletedTree.of(directory);
    } catch (IOException left) {
      System.err.println(directory + " was left: " + left);
    }
  }
}
