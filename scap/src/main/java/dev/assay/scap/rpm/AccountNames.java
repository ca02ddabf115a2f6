package dev.assay.scap.rpm;

import dev.assay.scap.host.Host;
import dev.assay.scap.host.Reading;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// The names of users or groups by their numbers, from the host's own file of them.
final class AccountNames {
  private static final String SUPERUSER = "root";

  private final Host host;
  private final String file;
  private final Map<String, String> names = new HashMap<>();
  private String gap = "";
  private boolean read;

  /// @param file `/etc/passwd` or `/etc/group`
  AccountNames(Host host, String file) {
    this.host = host;
    this.file = file;
  }

  /// Whether a number is that of a name.
  RpmVerdict isNamed(long number, String name) {
    if (number == 0) {
      return RpmVerdict.of(name.equals(SUPERUSER));
    }
    readOnce();
    return gap.isEmpty()
        ? RpmVerdict.of(name.equals(names.get(Long.toString(number))))
        : RpmVerdict.undecided(file + ": " + gap);
  }

  private void readOnce() {
    if (read) {
      return;
    }
    read = true;
    switch (host.content(file)) {
      case Reading.Read<byte[]>(byte[] bytes) ->
          new String(bytes, StandardCharsets.ISO_8859_1)
              .lines()
              .map(line -> line.split(":", -1))
              .filter(fields -> fields.length > 2)
              .forEach(fields -> names.putIfAbsent(fields[2], fields[0]));
      case Reading.Absent<byte[]> absent -> {}
      case Reading.Unreadable<byte[]>(String why) -> gap = why;
    }
  }
}
