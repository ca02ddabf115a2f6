package dev.assay.agentless;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.agentless.HostName.State;
import dev.assay.inventory.tree.DirectoryTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HostNameTest {
  @TempDir Path root;

  @Test
  void an_instance_is_called_by_its_id() throws IOException {
    with("etc/hostname", "web-1\n");
    with("var/lib/cloud/data/instance-id", "i-0123456789abcdef0\n");
    assertThat(of(State.RUNNING)).contains("i-0123456789abcdef0");
    assertThat(of(State.AT_REST)).contains("i-0123456789abcdef0");
  }

  @Test
  void another_cloud_s_id_is_no_name() throws IOException {
    with("etc/hostname", "web-1\n");
    with("var/lib/cloud/data/instance-id", "nocloud\n");
    assertThat(of(State.AT_REST)).contains("web-1");
  }

  @Test
  void what_runs_is_called_as_its_kernel_says_what_lies_there_as_its_file_does()
      throws IOException {
    with("etc/hostname", "web-1\n");
    with("proc/sys/kernel/hostname", "renamed\n");
    with("sys/class/dmi/id/board_asset_tag", "i-0123456789abcdef0\n");
    assertThat(of(State.RUNNING)).contains("i-0123456789abcdef0");
    Files.delete(root.resolve("sys/class/dmi/id/board_asset_tag"));
    assertThat(of(State.RUNNING)).contains("renamed");
    assertThat(of(State.AT_REST)).contains("web-1");
  }

  @Test
  void a_root_without_a_name_has_none_and_odd_names_are_none() throws IOException {
    assertThat(of(State.AT_REST)).isEmpty();
    with("etc/hostname", "../etc\u001b[31m\n");
    assertThat(of(State.AT_REST)).isEmpty();
  }

  private Optional<String> of(State state) throws IOException {
    return HostName.of(DirectoryTree.at(root), state).value();
  }

  private void with(String file, String content) throws IOException {
    Files.createDirectories(root.resolve(file).getParent());
    Files.writeString(root.resolve(file), content);
  }
}
