package dev.assay.inventory.runtime;

import dev.assay.inventory.FileOwners;
import dev.assay.model.InstalledPackage;
import dev.assay.model.NotEvaluated;
import dev.assay.model.NotEvaluated.Gap;
import dev.assay.model.NotEvaluated.Reason;
import dev.assay.model.runtime.ProgramFile;
import dev.assay.model.runtime.RunningProcess;
import dev.assay.model.runtime.RuntimeSample;
import dev.assay.scap.host.HostFiles;
import dev.assay.scap.host.Reading;
import dev.assay.scap.procfs.Processes;
import dev.assay.scap.procfs.SocketEntry;
import dev.assay.scap.procfs.SocketTable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Takes a sample of what a running host does.
///
/// The processes are read after the sockets: a socket that was closed in between is then without
/// one, but none is ever given to the wrong one.
public final class RuntimeCollector {
  private static final int MOST_PROCESSES = 10_000;
  private static final int MOST_SOCKETS = 20_000;
  private static final String FIRST = "1";
  private static final String HIDDEN =
      "It hides processes of other users (hidepid): what is not in the sample may run all the same.";
  private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);

  private final HostFiles host;
  private final FileOwners owners;
  private final HardeningLookup hardening;

  public RuntimeCollector(HostFiles host, FileOwners owners, HardeningLookup hardening) {
    this.host = host;
    this.owners = owners;
    this.hardening = hardening;
  }

  /// Takes a sample.
  ///
  /// @param packages whose versions are told with the files that they own
  public RuntimeSample collect(Instant now, List<InstalledPackage> packages) {
    List<NotEvaluated> gaps = new ArrayList<>();
    List<SocketEntry> entries = entries(gaps);
    List<SeenProcess> processes = processes(gaps);
    SeenSockets sockets = new SeenSockets(entries, holders(processes));
    ProgramFiles files = new ProgramFiles(host, owners, packages, hardening, gaps::add);
    List<ProgramFile> described = files(processes, files);
    gaps.addAll(UnseenProcesses.gaps(processes));
    gaps.addAll(owners.notEvaluated());
    return new RuntimeSample(
        now,
        text("/proc/sys/kernel/osrelease", gaps),
        uptime(text("/proc/uptime", gaps)),
        sockets.listening(),
        sockets.connections(),
        processes.stream().map(SeenProcess::process).toList(),
        described,
        gaps.stream().distinct().toList());
  }

  private List<SocketEntry> entries(List<NotEvaluated> gaps) {
    List<SocketEntry> entries = new ArrayList<>();
    for (SocketTable table : SocketTable.values()) {
      switch (table.read(host)) {
        case Reading.Read<List<SocketEntry>>(List<SocketEntry> sockets) -> entries.addAll(sockets);
        case Reading.Absent<List<SocketEntry>> absent when table == SocketTable.TCP ->
            gaps.add(gap(table.path(), Reason.UNREADABLE, "It is not there.", Gap.WHOLE));
        // A kernel without IPv6 has no tables of it.
        case Reading.Absent<List<SocketEntry>> absent -> {}
        case Reading.Unreadable<List<SocketEntry>>(String why) ->
            gaps.add(gap(table.path(), Reason.UNREADABLE, why, Gap.PART));
      }
    }
    return limited(entries, MOST_SOCKETS, "/proc/net", gaps);
  }

  private List<SeenProcess> processes(List<NotEvaluated> gaps) {
    List<String> ids = Processes.ids(host);
    if (ids.isEmpty()) {
      gaps.add(gap("/proc", Reason.UNREADABLE, "It shows no process.", Gap.WHOLE));
    }
    ProcessReader reader = new ProcessReader(host);
    List<SeenProcess> processes =
        limited(ids, MOST_PROCESSES, "/proc", gaps).stream()
            .flatMap(id -> reader.read(id).stream())
            .sorted((one, other) -> Integer.compare(one.process().id(), other.process().id()))
            .toList();
    if (!ids.isEmpty() && !Processes.text(host, FIRST, "status").startsWith("Name:")) {
      gaps.add(gap("/proc", Reason.UNREADABLE, HIDDEN, Gap.PART));
    }
    return processes;
  }

  private static Map<String, SortedSet<Integer>> holders(List<SeenProcess> processes) {
    Map<String, SortedSet<Integer>> holders = new HashMap<>();
    for (SeenProcess seen : processes) {
      for (String inode : seen.sockets()) {
        holders.computeIfAbsent(inode, key -> new TreeSet<>()).add(seen.process().id());
      }
    }
    return holders;
  }

  /// Each file once; where one process runs what was replaced, another may run what is there now.
  private static List<ProgramFile> files(List<SeenProcess> processes, ProgramFiles files) {
    SortedMap<String, Boolean> paths = new TreeMap<>();
    for (SeenProcess seen : processes) {
      RunningProcess process = seen.process();
      if (!seen.contained()) {
        process.replaced().forEach(path -> paths.putIfAbsent(path, true));
        process.libraries().forEach(path -> paths.put(path, false));
        if (process.executable() != null && !process.replaced().contains(process.executable())) {
          paths.put(process.executable(), false);
        }
      }
    }
    return paths.entrySet().stream()
        .map(entry -> files.describe(entry.getKey(), entry.getValue()))
        .toList();
  }

  private String text(String file, List<NotEvaluated> gaps) {
    if (host.content(file) instanceof Reading.Read<byte[]>(byte[] bytes)) {
      return Processes.text(bytes).strip();
    }
    gaps.add(gap(file, Reason.UNREADABLE, "It could not be read.", Gap.PART));
    return "";
  }

  /// The first of the two numbers, seconds with two decimals.
  private static Duration uptime(String text) {
    String seconds = text.split(" ")[0];
    return seconds.matches("[0-9]{1,12}([.][0-9]{1,9})?")
        ? Duration.ofMillis(new BigDecimal(seconds).multiply(MILLIS).longValue())
        : Duration.ZERO;
  }

  private static <T> List<T> limited(List<T> all, int most, String what, List<NotEvaluated> gaps) {
    if (all.size() <= most) {
      return all;
    }
    gaps.add(
        gap(what, Reason.LIMIT, "Only " + most + " of " + all.size() + " were read.", Gap.PART));
    return all.subList(0, most);
  }

  private static NotEvaluated gap(String what, Reason reason, String why, Gap gap) {
    return new NotEvaluated(what, reason, why, gap);
  }
}
