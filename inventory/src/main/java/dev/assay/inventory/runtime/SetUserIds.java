package dev.assay.inventory.runtime;

import dev.assay.model.NotEvaluated;
import dev.assay.model.NotEvaluated.Gap;
import dev.assay.model.NotEvaluated.Reason;
import dev.assay.scap.host.DirectoryEntry;
import dev.assay.scap.host.Host;
import dev.assay.scap.host.HostFile;
import dev.assay.scap.host.Reading;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/// The programs that take their owner's rights, where programs of packages lie.
final class SetUserIds {
  private static final List<String> PLACES =
      List.of(
          "/usr/bin",
          "/usr/sbin",
          "/bin",
          "/sbin",
          "/usr/local/bin",
          "/usr/local/sbin",
          "/usr/lib",
          "/usr/lib64",
          "/usr/libexec",
          "/opt");
  private static final int DEEPEST = 3;
  private static final int MOST = 200_000;
  private static final int SET_USER_ID = 04000;
  private static final int ANY_EXECUTES = 0111;

  private final Host host;
  private final Consumer<NotEvaluated> gaps;
  private final Deque<Place> open = new ArrayDeque<>();
  private final Set<String> seen = new HashSet<>();
  private int looked;

  SetUserIds(Host host, Consumer<NotEvaluated> gaps) {
    this.host = host;
    this.gaps = gaps;
  }

  private record Place(String path, int depth) {}

  /// Those that there are, with the number of their owner.
  SortedMap<String, Long> find() {
    SortedMap<String, Long> found = new TreeMap<>();
    PLACES.forEach(place -> enter(place, 0));
    while (!open.isEmpty()) {
      Place place = open.remove();
      switch (host.entries(place.path())) {
        case Reading.Read<List<DirectoryEntry>>(List<DirectoryEntry> entries) ->
            entries.forEach(entry -> look(place, entry, found));
        case Reading.Absent<List<DirectoryEntry>> absent -> {}
        case Reading.Unreadable<List<DirectoryEntry>>(String why) ->
            gaps.accept(new NotEvaluated(place.path(), Reason.UNREADABLE, why, Gap.PART));
      }
    }
    if (looked > MOST) {
      gaps.accept(
          new NotEvaluated(
              "set-user-ID programs",
              Reason.LIMIT,
              "Only " + MOST + " files were looked at.",
              Gap.PART));
    }
    return found;
  }

  /// Where `/bin` is a link to `/usr/bin` they are one directory.
  private void enter(String directory, int depth) {
    if (host.resolve(directory) instanceof Reading.Read<String>(String real) && seen.add(real)) {
      open.add(new Place(real, depth));
    }
  }

  private void look(Place place, DirectoryEntry entry, SortedMap<String, Long> found) {
    looked++;
    String path = place.path() + "/" + entry.name();
    if (looked > MOST) {
      return;
    }
    if (entry.type() == HostFile.Type.DIRECTORY && place.depth() < DEEPEST) {
      enter(path, place.depth() + 1);
    } else if (entry.type() == HostFile.Type.REGULAR
        && host.file(path) instanceof Reading.Read<HostFile>(HostFile file)
        && file.has(SET_USER_ID)
        && file.has(ANY_EXECUTES)) {
      found.put(path, file.uid());
    }
  }
}
