package dev.assay.scap.probe;

import dev.assay.scap.host.Host;
import dev.assay.scap.host.HostFile;
import dev.assay.scap.host.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The directories of a host as they were first seen: each is read once, whichever objects search
/// it.
final class FileIndex {
  private final Host host;
  private final Map<String, List<FoundFile>> directories = new HashMap<>();
  private final Map<String, String> unreadable = new HashMap<>();

  FileIndex(Host host) {
    this.host = host;
  }

  /// The files in a directory; none where it is absent or unreadable.
  List<FoundFile> files(String directory) {
    List<FoundFile> known = directories.get(directory);
    if (known == null) {
      known = read(directory);
      directories.put(directory, known);
    }
    return known;
  }

  /// Why a directory that is there could not be read.
  Optional<String> whyUnreadable(String directory) {
    return Optional.ofNullable(unreadable.get(directory));
  }

  private List<FoundFile> read(String directory) {
    return switch (host.names(directory)) {
      case Reading.Read<List<String>>(List<String> names) -> {
        List<FoundFile> files = new ArrayList<>(names.size());
        for (String name : names) {
          if (host.file(FoundFile.join(directory, name))
              instanceof Reading.Read<HostFile>(var file)) {
            files.add(new FoundFile(directory, name, file));
          }
        }
        yield files;
      }
      case Reading.Absent<List<String>> absent -> List.of();
      case Reading.Unreadable<List<String>>(String why) -> {
        unreadable.put(directory, why);
        yield List.of();
      }
    };
  }
}
