package dev.assay.scap.procfs;

import dev.assay.scap.host.HostFiles;
import dev.assay.scap.host.Reading;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The tables of TCP and UDP sockets in `/proc/net`: those of the network namespace of whoever
/// reads.
public enum SocketTable {
  TCP("tcp"),
  UDP("udp"),
  TCP6("tcp6"),
  UDP6("udp6");

  private static final int STATE = 3;
  private static final int USER = 7;
  private static final int INODE = 9;

  private final String file;

  SocketTable(String file) {
    this.file = file;
  }

  /// Its path.
  public String path() {
    return "/proc/net/" + file;
  }

  /// Its sockets in the kernel's order. A line that cannot be parsed makes the table unreadable.
  public Reading<List<SocketEntry>> read(HostFiles host) {
    return switch (host.content(path())) {
      case Reading.Read<byte[]>(byte[] bytes) -> parse(bytes);
      case Reading.Absent<byte[]> absent -> new Reading.Absent<>();
      case Reading.Unreadable<byte[]>(String why) -> new Reading.Unreadable<>(why);
    };
  }

  Reading<List<SocketEntry>> parse(byte[] bytes) {
    List<SocketEntry> entries = new ArrayList<>();
    for (String line : new String(bytes, StandardCharsets.ISO_8859_1).lines().skip(1).toList()) {
      try {
        entries.add(entry(line.strip().split("\\s+")));
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
        return new Reading.Unreadable<>("It has a line that is no socket: " + line.strip());
      }
    }
    return new Reading.Read<>(entries);
  }

  private SocketEntry entry(String[] fields) {
    return new SocketEntry(
        file.substring(0, 3),
        SocketEndpoint.of(fields[1]),
        SocketEndpoint.of(fields[2]),
        Integer.parseInt(fields[STATE], 16),
        fields[USER],
        fields[INODE]);
  }
}
