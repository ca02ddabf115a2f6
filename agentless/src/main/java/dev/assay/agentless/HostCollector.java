package dev.assay.agentless;

import dev.assay.agentless.live.RunningMachine;
import dev.assay.agentless.ssh.SshAddress;
import dev.assay.agentless.ssh.SshConnection;
import dev.assay.agentless.ssh.SshDoor;
import dev.assay.agentless.ssh.UnreachedException;
import dev.assay.agentless.tree.RemoteTree;
import dev.assay.inventory.InventoryReader;
import dev.assay.inventory.KernelReader;
import dev.assay.inventory.machine.MachineNames;
import dev.assay.inventory.tree.IoReason;
import dev.assay.model.Inventory;
import dev.assay.model.Kernel;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Reads the inventories of many hosts, some at a time. A host that fails keeps no other waiting
/// longer than its time, and is told of with the reason.
public final class HostCollector {
  private final SshDoor door;
  private final int atOnce;
  private final Duration mostForOne;
  private final Interest interest;
  private final InventoryReader inventories = InventoryReader.standard();

  /// @param atOnce how many hosts are read at a time
  /// @param mostForOne how long one host may take from its connection to its end
  public HostCollector(SshDoor door, int atOnce, Duration mostForOne, Interest interest) {
    this.door = door;
    this.atOnce = atOnce;
    this.mostForOne = mostForOne;
    this.interest = interest;
  }

  /// What is wanted of each host.
  public enum Interest {
    /// What is installed.
    PACKAGES,
    /// Besides, if it runs, what it does.
    PACKAGES_AND_BEHAVIOUR
  }

  /// A host to read.
  ///
  /// @param target as the user named it
  public record Host(String target, SshAddress address) {}

  /// Reads hosts; the results are in the order of the question.
  public List<HostResult> collect(List<Host> hosts) throws InterruptedException {
    try (ExecutorService readers = Executors.newFixedThreadPool(atOnce)) {
      List<Callable<HostResult>> tasks = new ArrayList<>();
      hosts.forEach(host -> tasks.add(() -> collect(host)));
      List<HostResult> results = new ArrayList<>();
      for (Future<HostResult> result : readers.invokeAll(tasks)) {
        results.add(result.get());
      }
      return results;
    } catch (ExecutionException defect) {
      throw new IllegalStateException(defect.getCause());
    }
  }

  private HostResult collect(Host host) {
    try (SshConnection connection = door.connect(host.address());
        Deadline deadline = Deadline.of(mostForOne, connection::close)) {
      HostResult result = read(host, connection);
      if (deadline.passed()) {
        return failed(host, "it took longer than " + mostForOne.toSeconds() + " seconds.");
      }
      return connection.isOpen()
          ? result
          : failed(host, "the connection broke while it was being read.");
    } catch (UnreachedException unreached) {
      return failed(host, String.valueOf(unreached.getMessage()));
    }
  }

  private static HostResult failed(Host host, String why) {
    return new HostResult.Failed(host.target(), "The host was not read: " + why);
  }

  private HostResult read(Host host, SshConnection connection) {
    RemoteTree tree = new RemoteTree(connection.files(), host.address().path());
    boolean whole = host.address().path().chars().allMatch(c -> c == '/');
    if (!tree.stat("").found()) {
      return failed(host, "there is no " + host.address().path() + " that may be read.");
    }
    Kernel kernel = whole ? kernel(tree, connection) : new Kernel.NotRunning();
    Inventory inventory = inventories.read(tree, host.target(), kernel);
    MachineNames.State state = whole ? MachineNames.State.RUNNING : MachineNames.State.AT_REST;
    return new HostResult.Collected(
        inventory, MachineNames.of(tree, state), behaviour(tree, connection, inventory));
  }

  /// The headers of programs may take a quarter of the time: whoever is far away is told of
  /// without.
  private Behaviour behaviour(RemoteTree tree, SshConnection connection, Inventory inventory) {
    if (interest == Interest.PACKAGES || !(inventory.kernel() instanceof Kernel.Running)) {
      return new Behaviour.Unasked();
    }
    try {
      return new Behaviour.Seen(
          new RunningMachine(connection.asking(), tree, InstantSource.system())
              .sample(inventory.packages(), mostForOne.dividedBy(4)));
    } catch (IOException refused) {
      return new Behaviour.Unseen(IoReason.of(refused));
    }
  }

  private static Kernel kernel(RemoteTree tree, SshConnection connection) {
    if (KernelReader.running(tree) instanceof Kernel.Running running) {
      return running;
    }
    @Nullable String release = release(connection);
    return release == null ? new Kernel.NotRunning() : new Kernel.Running(release);
  }

  /// Null where the user may run no command, as one who is let in for SFTP only.
  private static @Nullable String release(SshConnection connection) {
    try {
      String release = connection.kernelRelease();
      return release.isEmpty() ? null : release;
    } catch (IOException refused) {
      return null;
    }
  }
}
