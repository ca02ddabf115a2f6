package dev.assay.scap.probe;

import dev.assay.scap.host.Host;
import dev.assay.scap.oval.Collected;
import dev.assay.scap.oval.CollectionRequest;
import dev.assay.scap.oval.Flag;
import dev.assay.scap.oval.Item;
import dev.assay.scap.oval.ObjectCollector;
import dev.assay.scap.procfs.Processes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `process58_object`: processes with their command lines and identities. Times, capabilities and
/// labels are not collected.
final class ProcessCollector implements ObjectCollector {
  private static final List<String> NOT_COLLECTED =
      List.of(
          "exec_time",
          "scheduling_class",
          "start_time",
          "tty",
          "exec_shield",
          "posix_capability",
          "selinux_domain_label");
  private static final String UNSET = "4294967295";

  private final Host host;

  ProcessCollector(Host host) {
    this.host = host;
  }

  @Override
  public Collected collect(CollectionRequest request) {
    List<String> pids = Processes.ids(host);
    if (pids.isEmpty()) {
      return Collected.none(Flag.NOT_COLLECTED, "/proc cannot be read.");
    }
    List<Item> items = new ArrayList<>();
    for (String pid : pids) {
      String command = command(pid);
      if (request.accepts("pid", pid) && request.accepts("command_line", command)) {
        item(pid, command).ifPresent(items::add);
      }
    }
    return Collected.all(items);
  }

  /// The arguments with spaces between them; a kernel thread has its name in brackets.
  private String command(String pid) {
    String line = Processes.text(host, pid, "cmdline").replace('\0', ' ').strip();
    return line.isEmpty() ? "[" + Processes.text(host, pid, "comm").strip() + "]" : line;
  }

  private Optional<Item> item(String pid, String command) {
    String stat = Processes.text(host, pid, "stat");
    int name = stat.lastIndexOf(')');
    if (name < 0) {
      return Optional.empty();
    }
    String[] fields = stat.substring(name + 1).strip().split(" ");
    String[] users = users(pid);
    String login = Processes.text(host, pid, "loginuid").strip();
    Item.Draft draft =
        Item.draft("process58")
            .text("command_line", command)
            .typed("pid", "int", pid)
            .typed("ppid", "int", fields[1])
            .typed("priority", "int", fields[15])
            .typed("ruid", "int", users[0])
            .typed("user_id", "int", users[1])
            .typed("session_id", "int", fields[3]);
    if (login.isEmpty() || login.equals(UNSET)) {
      draft.missing("loginuid", "int");
    } else {
      draft.typed("loginuid", "int", login);
    }
    NOT_COLLECTED.forEach(draft::notCollected);
    return Optional.of(draft.exists());
  }

  /// The real and the effective user.
  private String[] users(String pid) {
    return Processes.text(host, pid, "status")
        .lines()
        .filter(line -> line.startsWith("Uid:"))
        .map(line -> line.substring(4).strip().split("\\s+"))
        .findFirst()
        .orElse(new String[] {"-1", "-1"});
  }
}
