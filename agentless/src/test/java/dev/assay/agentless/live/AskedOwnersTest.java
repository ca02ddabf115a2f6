package dev.assay.agentless.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inventory.FileOwner;
import dev.assay.inventory.FileOwnership;
import dev.assay.inventory.tree.DirectoryTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AskedOwnersTest {
  private static final String INFO = "/var/lib/dpkg/info/";

  @TempDir Path root;

  @Test
  void dpkg_is_asked_once_under_every_name_that_it_may_know_a_file_by() throws Exception {
    write("var/lib/dpkg/info/dash.list", "/bin/dash\n");
    write("var/lib/dpkg/diversions", "/usr/bin/tool\n/usr/bin/tool.real\nother\n");
    write("usr/bin/dash", "");
    Files.createSymbolicLink(root.resolve("bin"), Path.of("usr/bin"));
    Asking asking =
        (question, input) -> {
          assertThat(question).isEqualTo(Question.OWNERS);
          assertThat(input.lines())
              .contains("/usr/bin/dash", "/bin/dash", "/usr/bin/tool", "/usr/bin/tool.real");
          return new Asking.Answer(
              INFO + "dash.list:/bin/dash\n" + INFO + "tool:amd64.list:/usr/bin/tool\n", "");
        };
    DirectoryTree whole = DirectoryTree.at(root);
    FileOwnership owners =
        FileOwnership.of(
            AskedOwners.of(whole, asking, Set.of("/usr/bin/dash", "/usr/bin/tool.real")));
    assertThat(owners.ownerOf("/usr/bin/dash")).map(FileOwner::name).contains("dash");
    assertThat(owners.ownerOf("/usr/bin/tool.real")).map(FileOwner::name).contains("tool");
    assertThat(owners.notEvaluated()).isEmpty();
  }

  @Test
  void lists_that_cannot_be_asked_so_are_read_whole() throws Exception {
    write("var/lib/dpkg/info/dash.list", "/bin/dash\n");
    DirectoryTree whole = DirectoryTree.at(root);
    Asking mute = (question, input) -> new Asking.Answer("", "grep: not found");
    assertThat(AskedOwners.of(whole, mute, Set.of("/bin/dash"))).isSameAs(whole);
  }

  @Test
  void a_machine_without_dpkg_is_not_asked() throws Exception {
    Files.createDirectories(root.resolve("lib/apk/db"));
    DirectoryTree whole = DirectoryTree.at(root);
    Asking none =
        (question, input) -> {
          throw new AssertionError(List.of(question, input));
        };
    assertThat(AskedOwners.of(whole, none, Set.of("/bin/dash"))).isSameAs(whole);
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
