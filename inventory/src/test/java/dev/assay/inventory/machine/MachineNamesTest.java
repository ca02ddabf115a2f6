package dev.assay.inventory.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inventory.machine.MachineNames.State;
import dev.assay.inventory.tree.DirectoryTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MachineNamesTest {
  private static final String ID = "0123456789abcdef0123456789abcdef";
  @TempDir Path root;

  @Test
  void a_machine_has_the_names_that_its_files_say() throws IOException {
    with("etc/hostname", "web-1\n");
    with("etc/machine-id", ID + "\n");
    with("var/lib/cloud/data/instance-id", "i-0123456789abcdef0\n");
    for (State state : State.values()) {
      MachineNames names = of(state);
      assertThat(names.machineId()).contains(ID);
      assertThat(names.instanceId()).contains("i-0123456789abcdef0");
      assertThat(names.hostName()).contains("web-1");
    }
  }

  @Test
  void an_id_that_is_made_at_the_first_start_or_is_another_clouds_is_none() throws IOException {
    with("etc/machine-id", "uninitialized\n");
    with("var/lib/cloud/data/instance-id", "nocloud\n");
    assertThat(of(State.AT_REST)).isEqualTo(MachineNames.NONE);
    with("var/lib/dbus/machine-id", ID + "\n");
    assertThat(of(State.AT_REST).machineId()).contains(ID);
  }

  @Test
  void what_is_mounted_on_a_root_that_lies_there_is_not_its_own() throws IOException {
    with("etc/hostname", "web-1\n");
    with("proc/sys/kernel/hostname", "renamed\n");
    with("sys/class/dmi/id/board_asset_tag", "i-0123456789abcdef0\n");
    assertThat(of(State.RUNNING).hostName()).contains("renamed");
    assertThat(of(State.RUNNING).instanceId()).contains("i-0123456789abcdef0");
    assertThat(of(State.AT_REST).hostName()).contains("web-1");
    assertThat(of(State.AT_REST).instanceId()).isEmpty();
  }

  @Test
  void a_link_out_of_a_root_does_not_lead_to_another_machine() throws IOException {
    Path outside = Files.writeString(Files.createTempFile("machine", "id"), ID + "\n");
    Files.createDirectories(root.resolve("etc"));
    Files.createSymbolicLink(root.resolve("etc/machine-id"), outside);
    assertThat(of(State.AT_REST).machineId()).isEmpty();
    Files.delete(outside);
  }

  @Test
  void odd_names_are_none() throws IOException {
    with("etc/hostname", "../etc\u001b[31m\n");
    assertThat(of(State.AT_REST)).isEqualTo(MachineNames.NONE);
  }

  private MachineNames of(State state) throws IOException {
    return MachineNames.of(DirectoryTree.at(root), state);
  }

  private void with(String file, String content) throws IOException {
    Files.createDirectories(root.resolve(file).getParent());
    Files.writeString(root.resolve(file), content);
  }
}
