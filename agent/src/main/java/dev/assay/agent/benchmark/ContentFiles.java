package dev.assay.agent.benchmark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tukaani.xz.XZInputStream;

/// The datastreams in directories of the host: files whose names end in `-ds.xml`, as
/// ComplianceAsCode has it, or `-ds.xml.xz`.
final class ContentFiles {
  private static final int BUFFER = 1 << 16;

  private final List<Path> directories;

  ContentFiles(List<Path> directories) {
    this.directories = List.copyOf(directories);
  }

  /// All of them, directory by directory, those first whose names say the platform. A name decides
  /// nothing but the order in which they are read.
  ///
  /// @param platform `DEBIAN_12`
  List<Path> nearest(String platform) throws IOException {
    String system = platform.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    List<Path> all = new ArrayList<>();
    for (Path directory : directories) {
      if (Files.isDirectory(directory)) {
        try (Stream<Path> files = Files.list(directory)) {
          files
              .filter(ContentFiles::isDataStream)
              .sorted(
                  Comparator.comparing((Path file) -> !isNamedFor(file, system))
                      .thenComparing(file -> file))
              .forEach(all::add);
        }
      }
    }
    return all;
  }

  private static boolean isDataStream(Path file) {
    return file.getFileName().toString().matches(".*-ds\\.xml(\\.xz)?")
        && Files.isRegularFile(file);
  }

  private static boolean isNamedFor(Path file, String system) {
    String stem =
        file.getFileName().toString().replaceFirst("^ssg-", "").replaceFirst("-ds\\.xml.*$", "");
    return !stem.isEmpty() && system.startsWith(stem);
  }

  static InputStream open(Path file) throws IOException {
    InputStream stream = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    return file.toString().endsWith(".xz") ? new XZInputStream(stream) : stream;
  }

  @Override
  public String toString() {
    return String.join(", ", directories.stream().map(Path::toString).toList());
  }
}
