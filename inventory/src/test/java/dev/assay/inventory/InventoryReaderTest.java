package dev.assay.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inventory.tree.DirectoryTree;
import dev.assay.inventory.tree.FakeTree;
import dev.assay.model.InstalledPackage;
import dev.assay.model.Inventory;
import dev.assay.model.Kernel;
import dev.assay.model.NotEvaluated;
import dev.assay.model.NotEvaluated.Gap;
import dev.assay.model.OperatingSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryReaderTest {
  private static final String DEB =
      "Package: a\nVersion: 1\nArchitecture: arm64\nStatus: install ok installed\n\n";

  @Test
  void every_database_of_a_root_is_read() {
    Inventory inventory =
        read(
            new FakeTree()
                .with("etc/os-release", "ID=debian\nVERSION_ID=12\n")
                .with("var/lib/dpkg/status", DEB)
                .with("lib/apk/db/installed", "P:b\nV:1-r0\nA:aarch64\n\n"));

    assertThat(inventory.packages()).extracting(InstalledPackage::name).containsExactly("a", "b");
    assertThat(inventory.notEvaluated()).isEmpty();
    assertThat(inventory.repositories()).isNull();
    assertThat(inventory.subscriptions()).isEmpty();
  }

  @Test
  void without_a_program_the_packages_tell_the_architecture() {
    Inventory inventory =
        read(
            new FakeTree()
                .with("etc/os-release", "ID=debian\nVERSION_ID=12\n")
                .with("var/lib/dpkg/status", DEB));

    assertThat(inventory.os()).extracting(OperatingSystem::architecture).isEqualTo("aarch64");
  }

  @Test
  void an_empty_root_has_two_whole_gaps(@TempDir Path root) throws IOException {
    Inventory inventory = InventoryReader.standard().read(DirectoryTree.at(root), "here");

    assertThat(inventory.target()).isEqualTo("here");
    assertThat(inventory.os()).isNull();
    assertThat(inventory.kernel()).isEqualTo(new Kernel.NotRunning());
    assertThat(inventory.notEvaluated())
        .extracting(NotEvaluated::what)
        .containsExactly("operating system", "package database");
    assertThat(inventory.notEvaluated()).allMatch(gap -> gap.gap() == Gap.WHOLE);
  }

  @Test
  void a_database_that_names_no_package_is_a_whole_gap() {
    Inventory inventory =
        read(
            new FakeTree()
                .with("etc/os-release", "ID=debian\nVERSION_ID=12\n")
                .with("var/lib/dpkg/status", ""));

    assertThat(inventory.notEvaluated())
        .extracting(NotEvaluated::why)
        .containsExactly("No package is named by the database of dpkg.");
  }

  @Test
  void a_database_that_is_a_link_to_nothing_is_a_whole_gap(@TempDir Path root) throws IOException {
    Files.createDirectories(root.resolve("var/lib/dpkg"));
    Files.createDirectories(root.resolve("lib/apk/db"));
    Files.createSymbolicLink(root.resolve("var/lib/dpkg/status"), Path.of("/none"));
    Files.createSymbolicLink(root.resolve("lib/apk/db/installed"), Path.of("/none"));

    Inventory inventory = InventoryReader.standard().read(DirectoryTree.at(root), "here");

    assertThat(inventory.notEvaluated())
        .filteredOn(gap -> gap.gap() == Gap.WHOLE)
        .extracting(NotEvaluated::what)
        .contains("var/lib/dpkg/status", "lib/apk/db/installed");
  }

  @Test
  void a_database_full_of_broken_records_yields_a_bounded_list_of_gaps() {
    Inventory inventory =
        read(
            new FakeTree()
                .with("etc/os-release", "ID=debian\n")
                .with("var/lib/dpkg/status", DEB + "X: y\n\n".repeat(50_000)));

    assertThat(inventory.notEvaluated()).hasSize(10_001);
    assertThat(inventory.notEvaluated().getLast().why()).contains("40000 are not listed");
    assertThat(inventory.notEvaluated().getLast().gap()).isEqualTo(Gap.WHOLE);
  }

  @Test
  void what_a_root_may_install_from_is_part_of_it() {
    Inventory inventory =
        read(
            new FakeTree()
                .with("etc/os-release", "ID=alpine\nVERSION_ID=3.20.1\n")
                .with("lib/apk/db/installed", "P:b\nV:1-r0\n\n")
                .with("etc/apk/repositories", "https://x/alpine/v3.20/main\n"));

    assertThat(inventory.repositories()).isEqualTo(Set.of("main"));
  }

  private static Inventory read(FakeTree tree) {
    return InventoryReader.standard().read(tree, "root", new Kernel.Image());
  }
}
