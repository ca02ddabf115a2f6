package dev.assay.scap.probe;

import dev.assay.scap.host.DirectoryEntry;
import dev.assay.scap.host.Host;
import dev.assay.scap.host.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The directories of a host as they were first seen: each is read once, whichever objects search
/// it. Of a file only its name and type are kept, as there may be a million of them.
final class FileIndex {
  private final Host host;
  private final Map<String, Listing> directories = new HashMap<>();
  private final Map<String, String> unreadable = new HashMap<>();

  FileIndex(Host host) {
    this.host = host;
  }

  /// The files in a directory; none where it is absent or unreadable.
  Listing files(String directory) {
    Listing known = directories.get(directory);
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

  private Listing read(String directory) {
    return switch (host.entries(directory)) {
      case Reading.Read<List<DirectoryEntry>>(List<DirectoryEntry> entries) -> Listing.of(entries);
      case Reading.Absent<List<DirectoryEntry>> absent -> Listing.EMPTY;
      case Reading.Unreadable<List<DirectoryEntry>>(String why) -> {
        unreadable.put(directory, why);
        yield Listing.EMPTY;
      }
    };
  }
}
