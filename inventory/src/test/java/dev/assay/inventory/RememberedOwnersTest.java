package dev.assay.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inventory.host.TreeHost;
import dev.assay.inventory.tree.DirectoryTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedOwnersTest {
  private static final long LATER = Long.MAX_VALUE / 2;

  @TempDir Path root;
  private int readings;

  @BeforeEach
  void install() throws IOException {
    write("var/lib/dpkg/status", "");
    write("var/lib/dpkg/info/dash.list", "/bin/dash\n/bin/sh\n");
  }

  @Test
  void the_databases_are_read_again_for_a_file_that_is_new_and_for_no_other() throws IOException {
    DirectoryTree tree = DirectoryTree.at(root);
    RememberedOwners owners =
        new RememberedOwners(
            () -> {
              readings++;
              return FileOwnership.of(tree);
            });
    assertThat(owners.ownerOf("/bin/dash")).map(FileOwner::name).contains("dash");
    assertThat(owners.ownerOf("/bin/none")).isEmpty();
    owners.rest();
    assertThat(owners.ownerOf("/bin/dash")).map(FileOwner::name).contains("dash");
    assertThat(owners.ownerOf("/bin/none")).isEmpty();
    assertThat(readings).isEqualTo(1);
    assertThat(owners.ownerOf("/bin/sh")).map(FileOwner::name).contains("dash");
    assertThat(readings).isEqualTo(2);
  }

  @Test
  void a_stamp_holds_until_something_is_installed() throws IOException {
    DatabaseStamp before = DatabaseStamp.of(TreeHost.at(root), LATER);
    assertThat(before.holds(DatabaseStamp.of(TreeHost.at(root), LATER))).isTrue();
    write("var/lib/dpkg/status-new", "Package: bash\n");
    Files.move(
        root.resolve("var/lib/dpkg/status-new"),
        root.resolve("var/lib/dpkg/status"),
        StandardCopyOption.REPLACE_EXISTING);
    assertThat(before.holds(DatabaseStamp.of(TreeHost.at(root), LATER))).isFalse();
  }

  @Test
  void a_stamp_of_the_moment_of_a_change_does_not_hold() throws IOException {
    TreeHost host = TreeHost.at(root);
    DatabaseStamp fresh = DatabaseStamp.of(host, host.time());
    assertThat(fresh.holds(fresh)).isFalse();
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
