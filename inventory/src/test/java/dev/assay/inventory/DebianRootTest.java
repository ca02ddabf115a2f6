package dev.assay.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inventory.tree.DirectoryTree;
import dev.assay.model.InstalledPackage;
import dev.assay.model.Inventory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real Debian root from the shared data, with dpkg as the judge of its database.
@Tag("slow")
class DebianRootTest {
  private static final String ARCHIVE = "scap/trees/roots-bookworm-server.tar.xz";

  @Test
  void the_packages_of_a_debian_server_are_those_dpkg_query_lists(@TempDir Path directory)
      throws Exception {
    Path archive = shared(ARCHIVE);
    Assumptions.assumeTrue(archive != null, "shared data absent: " + ARCHIVE);
    Assumptions.assumeTrue(Files.exists(Path.of("/usr/bin/dpkg-query")), "dpkg-query absent");
    String root = "bookworm-server";
    run("tar", "xJf", archive + "", "-C", directory.toString(), root + "/etc", root + "/var");

    Inventory inventory =
        InventoryReader.standard().read(DirectoryTree.at(directory.resolve(root)), root);

    assertThat(inventory.packages().stream().map(DebianRootTest::line).sorted().toList())
        .isEqualTo(dpkgQuery(directory.resolve(root + "/var/lib/dpkg")));
  }

  private static List<String> dpkgQuery(Path database) throws Exception {
    String format =
        "${Package}|${Version}|${Architecture}|${source:Package}|${source:Version}"
            + "|${db:Status-Status}\n";
    return run("dpkg-query", "--admindir=" + database, "-W", "-f", format)
        .lines()
        .filter(line -> !line.endsWith("|config-files") && !line.endsWith("|not-installed"))
        .sorted()
        .toList();
  }

  private static String line(InstalledPackage p) {
    return String.join(
        "|",
        p.name(),
        p.version(),
        p.architecture(),
        p.sourceName(),
        p.sourceVersion(),
        p.state().word());
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  private static @Nullable Path shared(String file) {
    String given = System.getProperty("assay.shared", System.getenv("ASSAY_SHARED"));
    if (given != null) {
      return existing(Path.of(given, file));
    }
    Path up = Path.of("").toAbsolutePath();
    while (up != null) {
      if (Files.exists(up.resolve("shared/advisories/manifest.json"))) {
        return existing(up.resolve("shared").resolve(file));
      }
      up = up.getParent();
    }
    return null;
  }

  private static @Nullable Path existing(Path file) {
    return Files.exists(file) ? file : null;
  }
}
