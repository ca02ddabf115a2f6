package dev.assay.inventory;

import dev.assay.scap.host.HostFile;
import dev.assay.scap.host.HostFiles;
import dev.assay.scap.host.Reading;
import java.util.ArrayList;
import java.util.List;

/// By what the package databases of a host can be told to have changed: kind, size and times of the
/// files and directories that every installation, upgrade and removal writes to.
///
/// @param settled whether the last change lies so far back that another one would have another time
public record DatabaseStamp(List<String> facts, boolean settled) {
  private static final List<String> WRITTEN =
      List.of(
          "/var/lib/dpkg/status",
          "/var/lib/dpkg/status.d",
          "/var/lib/dpkg/info",
          "/var/lib/dpkg/updates",
          "/var/lib/dpkg/diversions",
          "/lib/apk/db/installed",
          "/usr/lib/apk/db/installed");
  private static final List<String> RPM =
      List.of("/usr/lib/sysimage/rpm/", "/usr/share/rpm/", "/var/lib/rpm/");
  private static final List<String> RPM_WRITES =
      List.of("rpmdb.sqlite", "rpmdb.sqlite-wal", "Packages", "Packages.db");

  /// Times are told in seconds.
  private static final long SETTLED = 2;

  public DatabaseStamp {
    facts = List.copyOf(facts);
  }

  /// As they are now.
  ///
  /// @param now by the host's clock, in seconds since 1970
  public static DatabaseStamp of(HostFiles host, long now) {
    List<String> facts = new ArrayList<>();
    boolean settled = true;
    for (String path : paths()) {
      switch (host.file(path)) {
        case Reading.Read<HostFile>(HostFile file) -> {
          facts.add(
              "%s %s %d %d %d"
                  .formatted(path, file.type(), file.size(), file.changed(), file.modified()));
          // Of a link that is followed this tells nothing.
          settled &= file.changed() + SETTLED < now && file.type() != HostFile.Type.SYMLINK;
        }
        case Reading.Absent<HostFile> absent -> facts.add(path + " is not there");
        case Reading.Unreadable<HostFile>(String why) -> facts.add(path + ": " + why);
      }
    }
    return new DatabaseStamp(facts, settled);
  }

  private static List<String> paths() {
    List<String> paths = new ArrayList<>(WRITTEN);
    RPM.forEach(directory -> RPM_WRITES.forEach(file -> paths.add(directory + file)));
    return paths;
  }

  /// Whether the databases are still what they were when this was taken.
  public boolean holds(DatabaseStamp later) {
    return settled && facts.equals(later.facts);
  }
}
