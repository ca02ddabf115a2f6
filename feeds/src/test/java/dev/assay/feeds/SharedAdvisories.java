package dev.assay.feeds;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/// The real advisory packs that lie beside the project on a developer's machine; tests over them
/// are skipped where they are absent.
public final class SharedAdvisories {
  private SharedAdvisories() {}

  /// A file or directory of the packs, `os/debian-osv.tar.zst`.
  public static Path path(String name) {
    Optional<Path> shared = shared();
    Assumptions.assumeTrue(shared.isPresent(), "shared data absent: " + name);
    return shared.orElseThrow().resolve("advisories").resolve(name);
  }

  private static Optional<Path> shared() {
    String named = System.getProperty("assay.shared", System.getenv("ASSAY_SHARED"));
    if (named != null) {
      return Optional.of(Path.of(named)).filter(SharedAdvisories::hasManifest);
    }
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      if (hasManifest(up.resolve("shared"))) {
        return Optional.of(up.resolve("shared"));
      }
    }
    return Optional.empty();
  }

  private static boolean hasManifest(Path shared) {
    return Files.isRegularFile(shared.resolve("advisories/manifest.json"));
  }
}
