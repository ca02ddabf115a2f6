package dev.assay.scap.probe;

import dev.assay.scap.host.Host;
import dev.assay.scap.host.Reading;
import java.util.List;

/// The processes that `/proc` shows.
final class Processes {
  private Processes() {}

  static List<String> ids(Host host) {
    return host.names("/proc") instanceof Reading.Read<List<String>>(List<String> names)
        ? names.stream().filter(name -> name.chars().allMatch(Character::isDigit)).toList()
        : List.of();
  }

  /// A small file of a process; empty where it is gone or may not be read.
  static String text(Host host, String pid, String file) {
    return host.content("/proc/" + pid + "/" + file) instanceof Reading.Read<byte[]>(byte[] bytes)
        ? TextFileContentCollector.decode(bytes)
        : "";
  }
}
