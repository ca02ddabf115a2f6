package dev.assay.agentless.live;

import dev.assay.scap.host.HostFile;
import dev.assay.scap.host.HostFiles;
import dev.assay.scap.host.Reading;
import dev.assay.scap.procfs.Processes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A machine's `/proc` as its answers show it: the files that were asked for, the links of
/// processes, and nothing else. Text that comes in has one character for each byte.
final class ProcPicture implements HostFiles {
  private static final String PROC = "/proc";
  private static final int LINK_MODE = 0777;

  /// Of a process with a number as the kernel gives them.
  private static final Pattern STATUS = Pattern.compile("/proc/([1-9][0-9]{0,8})/status");

  private final Map<String, StringBuilder> contents = new HashMap<>();
  private final Map<String, String> links = new HashMap<>();
  private final Map<String, List<String>> opened = new HashMap<>();
  private final SortedSet<String> processes = new TreeSet<>();

  /// A line of a file.
  void line(String file, String line) {
    contents.computeIfAbsent(file, any -> new StringBuilder()).append(line).append('\n');
    Matcher status = STATUS.matcher(file);
    if (status.matches()) {
      processes.add(status.group(1));
    }
  }

  /// A link, `/proc/1/exe` or `/proc/1/fd/5`.
  ///
  /// @param target empty where it may not be read
  void link(String path, String target) {
    links.put(path, target);
    int fd = path.indexOf("/fd/");
    if (fd > 0) {
      opened
          .computeIfAbsent(path.substring(0, fd + 3), any -> new ArrayList<>())
          .add(path.substring(fd + 4));
    }
  }

  /// Every path that a process runs, or has mapped to be executed.
  SortedSet<String> programs() {
    SortedSet<String> programs = new TreeSet<>();
    links.forEach(
        (path, target) -> {
          if (path.endsWith("/exe") && target.startsWith("/")) {
            programs.add(withoutMark(target));
          }
        });
    contents.forEach(
        (path, text) -> {
          if (path.endsWith("/maps")) {
            text.toString()
                .lines()
                .filter(line -> line.indexOf('/') >= 0)
                .forEach(line -> programs.add(withoutMark(line.substring(line.indexOf('/')))));
          }
        });
    return programs;
  }

  private static String decoded(String bytes) {
    return Processes.text(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String withoutMark(String path) {
    return path.endsWith(" (deleted)") ? path.substring(0, path.lastIndexOf(" (")) : path;
  }

  @Override
  public Reading<HostFile> file(String path) {
    String target = links.get(path);
    if (target == null) {
      return new Reading.Absent<>();
    }
    return target.isEmpty()
        ? new Reading.Unreadable<>("Permission denied.")
        : new Reading.Read<>(
            new HostFile(
                HostFile.Type.SYMLINK, LINK_MODE, 0, 0, 0, 0, 0, 0, 0, decoded(target), 0));
  }

  @Override
  public Reading<List<String>> names(String directory) {
    if (directory.equals(PROC)) {
      return new Reading.Read<>(List.copyOf(processes));
    }
    List<String> names = opened.get(directory);
    return names == null
        ? new Reading.Absent<>()
        : new Reading.Read<>(names.stream().sorted().toList());
  }

  @Override
  public Reading<byte[]> content(String path) {
    StringBuilder text = contents.get(path);
    return text == null
        ? new Reading.Absent<>()
        : new Reading.Read<>(text.toString().getBytes(StandardCharsets.ISO_8859_1));
  }
}
