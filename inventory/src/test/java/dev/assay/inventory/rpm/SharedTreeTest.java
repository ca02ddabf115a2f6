package dev.assay.inventory.rpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.inventory.Collected;
import dev.assay.inventory.tree.DirectoryTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real tree of the shared data, with the log and index files that rpm left beside its database.
class SharedTreeTest {

  @Test
  void theHybridTreesDatabaseIsReadAsRpmReadsIt(@TempDir Path root) throws IOException {
    Optional<Path> archive = shared("scap/trees/delta-hybrid-rhel9.tar.xz");
    assumeTrue(archive.isPresent(), "shared data absent: scap/trees");
    RealRpm rpm = new RealRpm(root);
    rpm.run("tar", "-C", root.toString(), "-xJf", archive.orElseThrow().toString(), "var/lib/rpm");
    Collected collected = Collected.from(new RpmCataloguer(), DirectoryTree.at(root));
    assertThat(collected.gaps()).isEmpty();
    assertThat(collected.packages()).hasSize(32);
    assertThat(collected.names()).contains("sudo 1.5-6.el9 noarch");
    assumeTrue(RealRpm.has("rpm"), "rpm is not installed");
    assertThat(collected.names())
        .containsExactlyInAnyOrderElementsOf(
            rpm.query(
                root.resolve("var/lib/rpm"),
                "sqlite",
                "%{NAME} %|EPOCH?{%{EPOCH}:}|%{VERSION}-%{RELEASE} %{ARCH}\\n"));
  }

  private static Optional<Path> shared(String path) {
    Stream<String> named =
        Stream.of(System.getProperty("assay.shared"), System.getenv("ASSAY_SHARED"))
            .flatMap(Stream::ofNullable);
    Stream<Path> beside =
        Stream.iterate(
                Optional.ofNullable(Path.of("").toAbsolutePath().getParent()),
                Optional::isPresent,
                directory -> directory.map(Path::getParent))
            .map(directory -> directory.orElseThrow().resolve("shared"));
    return Stream.concat(named.map(Path::of), beside)
        .map(directory -> directory.resolve(path))
        .filter(Files::exists)
        .findFirst();
  }
}
