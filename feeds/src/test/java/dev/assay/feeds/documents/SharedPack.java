package dev.assay.feeds.documents;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Assumptions;

/// The packs of real feeds that may lie beside the project, in `shared/advisories`.
public final class SharedPack {
  private SharedPack() {}

  /// Visits the documents of a pack; the test is skipped where the pack is absent.
  public static void visit(String name, Consumer<Document> visitor) throws IOException {
    Optional<Path> shared = shared();
    Assumptions.assumeTrue(shared.isPresent(), "shared data absent: " + name);
    Path pack = shared.orElseThrow().resolve("advisories").resolve(name);
    try (InputStream file = new BufferedInputStream(Files.newInputStream(pack));
        TarArchiveInputStream tar = new TarArchiveInputStream(new ZstdInputStream(file))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.isFile()) {
          visitor.accept(new Document(entry.getName(), tar.readAllBytes()));
        }
      }
    }
  }

  private static Optional<Path> shared() {
    Stream<Path> named =
        Stream.of(System.getProperty("assay.shared", ""), environment())
            .filter(text -> !text.isEmpty())
            .map(Path::of);
    Stream<Path> above =
        Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
            .map(directory -> directory.resolveSibling("shared"));
    return Stream.concat(named, above)
        .filter(shared -> Files.isRegularFile(shared.resolve("advisories/manifest.json")))
        .findFirst();
  }

  private static String environment() {
    String value = System.getenv("ASSAY_SHARED");
    return value == null ? "" : value;
  }
}
