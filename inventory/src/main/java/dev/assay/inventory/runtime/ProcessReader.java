package dev.assay.inventory.runtime;

import dev.assay.model.runtime.RunningProcess;
import dev.assay.scap.host.HostFile;
import dev.assay.scap.host.HostFiles;
import dev.assay.scap.host.Reading;
import dev.assay.scap.procfs.Processes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Reads a process: who it is from `status`, what it runs from `exe` and `maps`, which sockets it
/// has from `fd`. All but the first are for its own user and root only.
final class ProcessReader {
  private static final String SOCKET = "socket:[";
  private static final int EFFECTIVE = 1;

  private final HostFiles host;

  ProcessReader(HostFiles host) {
    this.host = host;
  }

  /// Empty where the process has ended, or is a thread of the kernel.
  Optional<SeenProcess> read(String pid) {
    Status status = Status.of(Processes.text(host, pid, "status"));
    if (status.name().isEmpty()) {
      return Optional.empty();
    }
    return switch (host.file("/proc/" + pid + "/exe")) {
      case Reading.Absent<HostFile> absent -> Optional.empty();
      // Whose memory is not told has none: nothing was hidden from us.
      case Reading.Unreadable<HostFile> thread when !status.memory() -> Optional.empty();
      case Reading.Unreadable<HostFile>(String why) ->
          Optional.of(
              new SeenProcess(
                  new RunningProcess(
                      Integer.parseInt(pid),
                      status.name(),
                      null,
                      status.root(),
                      List.of(),
                      List.of()),
                  Set.of(),
                  status.contained(),
                  why));
      case Reading.Read<HostFile>(HostFile link) -> Optional.of(seen(pid, status, link.target()));
    };
  }

  private SeenProcess seen(String pid, Status status, String link) {
    String executable = ExecutableMappings.withoutMark(link);
    ExecutableMappings mappings = ExecutableMappings.of(Processes.text(host, pid, "maps"));
    SortedSet<String> replaced = new TreeSet<>(mappings.deleted());
    if (ExecutableMappings.isDeleted(link) && !link.startsWith("/memfd:")) {
      replaced.add(executable);
    }
    SortedSet<String> libraries = new TreeSet<>();
    if (status.root()) {
      libraries.addAll(mappings.present());
      libraries.remove(executable);
    }
    return new SeenProcess(
        new RunningProcess(
            Integer.parseInt(pid),
            status.name(),
            executable,
            status.root(),
            List.copyOf(libraries),
            List.copyOf(replaced)),
        sockets(pid),
        status.contained(),
        null);
  }

  private Set<String> sockets(String pid) {
    String directory = "/proc/" + pid + "/fd";
    Set<String> sockets = new HashSet<>();
    if (host.names(directory) instanceof Reading.Read<List<String>>(List<String> names)) {
      for (String name : names) {
        if (host.file(directory + "/" + name) instanceof Reading.Read<HostFile>(HostFile link)
            && link.target().startsWith(SOCKET)) {
          sockets.add(link.target().substring(SOCKET.length(), link.target().length() - 1));
        }
      }
    }
    return sockets;
  }

  /// What anybody may know of a process.
  ///
  /// @param name empty where it is gone
  /// @param contained whether it has a number of its own in a namespace inside this one
  /// @param memory whether it has memory of its own, as threads of the kernel and the dead have not
  record Status(String name, boolean root, boolean contained, boolean memory) {
    static Status of(String text) {
      String name = "";
      boolean root = false;
      boolean contained = false;
      boolean memory = false;
      for (String line : text.lines().toList()) {
        String[] fields = line.split("\\s+");
        switch (fields[0]) {
          case "Name:" -> name = line.substring("Name:".length()).strip();
          case "Uid:" -> root = fields.length > 2 && fields[1 + EFFECTIVE].equals("0");
          case "NSpid:" -> contained = fields.length > 2;
          case "VmSize:" -> memory = true;
          default -> {}
        }
      }
      return new Status(name, root, contained, memory);
    }
  }
}
