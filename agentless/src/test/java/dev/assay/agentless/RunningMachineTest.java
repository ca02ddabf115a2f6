package dev.assay.agentless;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.agentless.HostCollector.Host;
import dev.assay.inventory.FileOwnership;
import dev.assay.inventory.InventoryReader;
import dev.assay.inventory.host.TreeHost;
import dev.assay.inventory.runtime.LocalPrograms;
import dev.assay.inventory.runtime.RuntimeCollector;
import dev.assay.inventory.tree.DirectoryTree;
import dev.assay.model.NotEvaluated;
import dev.assay.model.runtime.ListeningSocket;
import dev.assay.model.runtime.RunningProcess;
import dev.assay.model.runtime.RuntimeSample;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What this machine does, over a real sshd.
final class RunningMachineTest {
  private static final int SELF = (int) ProcessHandle.current().pid();

  @TempDir Path directory;

  @Test
  void this_machine_over_ssh_does_what_it_does_when_looked_at_here() throws Exception {
    try (LoopbackSshd sshd = LoopbackSshd.start(directory.resolve("sshd"));
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      RuntimeSample before = here();
      RuntimeSample there = seen(Ways.to(sshd).curious(), sshd.host("root", "/"));
      RuntimeSample after = here();
      assertThat(there.kernel()).isEqualTo(before.kernel());
      assertThat(there.uptime()).isBetween(before.uptime(), after.uptime());
      Set<ListeningSocket> lasting = lasting(before.listening(), after.listening());
      assertThat(lasting)
          .anyMatch(
              socket ->
                  socket.port() == server.getLocalPort()
                      && socket.processes().equals(List.of(SELF)));
      assertThat(there.listening()).containsAll(lasting);
      assertThat(there.processes())
          .containsAll(without(SELF, lasting(before.processes(), after.processes())));
      assertThat(there.files()).containsAll(lasting(before.files(), after.files()));
      assertThat(there.files()).anyMatch(file -> file.owner() != null && file.hardening() != null);
      assertThat(subjects(there)).isEqualTo(subjects(after));
    }
  }

  private static Set<String> subjects(RuntimeSample sample) {
    return sample.notEvaluated().stream().map(NotEvaluated::what).collect(Collectors.toSet());
  }

  private static <T> Set<T> lasting(List<T> before, List<T> after) {
    Set<T> both = new HashSet<>(before);
    both.retainAll(after);
    return both;
  }

  /// Whoever collects may load another library meanwhile.
  private static Set<RunningProcess> without(int id, Set<RunningProcess> processes) {
    return processes.stream().filter(one -> one.id() != id).collect(Collectors.toSet());
  }

  private static RuntimeSample seen(Ways ways, Host host) throws Exception {
    Behaviour behaviour = ways.collected(host).behaviour();
    assertThat(behaviour).isInstanceOf(Behaviour.Seen.class);
    return ((Behaviour.Seen) behaviour).sample();
  }

  private static RuntimeSample here() throws Exception {
    Path root = Path.of("/");
    DirectoryTree tree = DirectoryTree.at(root);
    return new RuntimeCollector(TreeHost.at(root), FileOwnership.of(tree), new LocalPrograms(tree))
        .collect(Instant.EPOCH, InventoryReader.standard().read(tree, "/").packages());
  }
}
