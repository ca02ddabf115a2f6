package dev.assay.cli;

import dev.assay.vulndb.VulnerabilityDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which advisory database to use: the one named, else the default file, else the starter set.
final class DatabaseOption {
  @Option(
      names = "--db",
      paramLabel = "FILE",
      description =
          "The advisory database. Default: $ASSAY_DB, else $XDG_DATA_HOME/assay/advisories.adb;"
              + " where there is none, the starter set that ships with Assay.")
  @Nullable Path file;

  /// The file to use, whether or not it is there.
  Path location() {
    Path named = named();
    return named != null ? named : ApplicationDirectories.ofThisUser().advisories();
  }

  /// Opens it, or the starter set where no file was named and the default one is not there.
  VulnerabilityDatabase open() {
    return open(VulnerabilityDatabase::open);
  }

  /// The same, for as long as anybody can reach it.
  VulnerabilityDatabase openWhileReachable() {
    return open(VulnerabilityDatabase::openWhileReachable);
  }

  private VulnerabilityDatabase open(Opening opening) {
    Path location = location();
    if (named() == null && !Files.exists(location)) {
      return StarterDatabase.open();
    }
    return open(location, opening);
  }

  static VulnerabilityDatabase open(Path file) {
    return open(file, VulnerabilityDatabase::open);
  }

  private static VulnerabilityDatabase open(Path file, Opening opening) {
    if (!Files.exists(file)) {
      throw new InputException(
          "advisory database "
              + file
              + " does not exist; make it with: assay db build --from DIR --to "
              + file);
    }
    if (!Files.isRegularFile(file)) {
      throw new InputException("advisory database " + file + " is not a file");
    }
    try {
      return opening.open(file);
    } catch (IOException unreadable) {
      throw new InputException(
          "advisory database " + file + " cannot be read: " + IoFailure.words(unreadable),
          unreadable);
    }
  }

  private @Nullable Path named() {
    if (file != null) {
      return file;
    }
    String environment = System.getenv("ASSAY_DB");
    return environment == null || environment.isBlank() ? null : Path.of(environment);
  }

  @FunctionalInterface
  private interface Opening {
    VulnerabilityDatabase open(Path file) throws IOException;
  }
}
