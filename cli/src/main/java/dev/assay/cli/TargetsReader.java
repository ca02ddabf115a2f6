package dev.assay.cli;

import dev.assay.agentless.HostCollector;
import dev.assay.agentless.HostCollector.Interest;
import dev.assay.agentless.HostResult;
import dev.assay.agentless.ssh.SshDoor;
import dev.assay.inventory.machine.MachineNames;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Reads all targets of a command line: those on disk one after the other, other machines some at a
/// time. Nothing of SSH is loaded where no target needs it.
final class TargetsReader {
  /// Held, so that its level stays: what the library would log is in the results.
  private static final Logger LIBRARY = Logger.getLogger("org.apache.sshd");

  private final SshOptions ssh;
  private final CommonOptions common;
  private final TargetReader onDisk = new TargetReader();

  TargetsReader(SshOptions ssh, CommonOptions common) {
    this.ssh = ssh;
    this.common = common;
  }

  /// What came of each target, in the order of the command line.
  List<ReadTarget> read(List<Target> targets) {
    return read(targets, Interest.PACKAGES);
  }

  /// What came of each target, in the order of the command line.
  ///
  /// @param interest what is wanted of other machines
  List<ReadTarget> read(List<Target> targets, Interest interest) {
    Deque<HostResult> hosts = new ArrayDeque<>(hosts(targets, interest));
    List<ReadTarget> read = new ArrayList<>();
    for (Target target : targets) {
      read.add(
          switch (target) {
            case DiskTarget disk -> onDisk.readNamed(disk.path());
            case HostTarget host -> result(hosts.removeFirst());
          });
    }
    return read;
  }

  private static ReadTarget result(HostResult host) {
    return switch (host) {
      case HostResult.Collected collected ->
          new ReadTarget(
              collected.inventory(),
              collected.names(),
              ReadTarget.Place.THERE,
              collected.behaviour());
      case HostResult.Failed failed ->
          new ReadTarget(failed.inventory(), MachineNames.NONE, ReadTarget.Place.UNREACHED);
    };
  }

  private List<HostResult> hosts(List<Target> targets, Interest interest) {
    List<HostCollector.Host> hosts = new ArrayList<>();
    for (Target target : targets) {
      if (target instanceof HostTarget(var name, var address)) {
        hosts.add(new HostCollector.Host(name, address));
      }
    }
    if (hosts.isEmpty()) {
      return List.of();
    }
    if (common.offline) {
      throw new InputException(
          "target " + hosts.getFirst().target() + " cannot be read with --offline");
    }
    LIBRARY.setLevel(Level.OFF);
    try (SshDoor door = new SshDoor(ssh.settings())) {
      return new HostCollector(door, ssh.atOnce, ssh.mostForOne(), interest).collect(hosts);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InputException("interrupted while reading hosts", interrupted);
    } catch (IOException failure) {
      throw new InputException("SSH: " + IoFailure.words(failure), failure);
    }
  }
}
