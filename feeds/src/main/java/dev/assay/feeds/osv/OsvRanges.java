package dev.assay.feeds.osv;

import dev.assay.feeds.json.JsonValue;
import dev.assay.model.PackageType;
import dev.assay.model.VendorStatus;
import dev.assay.model.VersionRange;
import dev.assay.version.InvalidVersionException;
import dev.assay.version.Version;
import dev.assay.version.VersionScheme;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The vulnerable versions of one element of `affected`, and the status they imply.
///
/// OSV writes a range as events on the line of versions: `introduced` opens a stretch of
/// vulnerable versions (`0` is before all), `fixed` ends it before a version, `last_affected`
/// after one, `limit` before one without claiming a fix. There may be any number; they are put
/// into the package manager's order first. A stretch that nothing ends has no fix. `fixed` in
/// `0` means that no version was ever vulnerable. Ranges of git commits are passed over; where
/// there is no other range, the listed `versions` are vulnerable, each for itself.
record OsvRanges(VendorStatus status, List<VersionRange> ranges) {
  private static final VersionRange NOTHING = new VersionRange(null, "0", null);

  OsvRanges {
    ranges = List.copyOf(ranges);
  }

  static OsvRanges of(JsonValue affected, PackageType type) {
    List<VersionRange> found = new ArrayList<>();
    for (JsonValue range : affected.elements("ranges")) {
      if (!"GIT".equals(range.optionalText("type"))) {
        found.addAll(stretches(ordered(range, type)));
      }
    }
    if (found.isEmpty()) {
      for (String version : affected.texts("versions")) {
        found.add(new VersionRange(version, null, version));
      }
    }
    if (found.isEmpty()) {
      throw affected.malformed("names no versions");
    }
    return judged(found);
  }

  private static OsvRanges judged(List<VersionRange> found) {
    List<VersionRange> ranges = found.stream().filter(range -> !range.equals(NOTHING)).toList();
    if (ranges.isEmpty()) {
      return new OsvRanges(VendorStatus.NOT_AFFECTED, List.of());
    }
    if (ranges.stream().anyMatch(range -> range.fixed() != null)) {
      return new OsvRanges(VendorStatus.FIXED, ranges);
    }
    boolean every = ranges.contains(VersionRange.everything());
    return new OsvRanges(VendorStatus.AFFECTED, every ? List.of() : ranges);
  }

  private enum Kind {
    INTRODUCED,
    FIXED,
    LAST_AFFECTED,
    LIMIT
  }

  private record Event(Kind kind, String version) {}

  private static List<Event> ordered(JsonValue range, PackageType type) {
    List<Event> events = new ArrayList<>();
    for (JsonValue event : range.elements("events")) {
      for (Map.Entry<String, JsonValue> member : event.members().entrySet()) {
        events.add(event(member.getKey(), member.getValue()));
      }
    }
    return events.size() <= 2 && !events.isEmpty() && events.getFirst().kind() == Kind.INTRODUCED
        ? events
        : sorted(events, type);
  }

  private static Event event(String name, JsonValue value) {
    Kind kind =
        switch (name) {
          case "introduced" -> Kind.INTRODUCED;
          case "fixed" -> Kind.FIXED;
          case "last_affected" -> Kind.LAST_AFFECTED;
          case "limit" -> Kind.LIMIT;
          default -> throw value.malformed("is no event that OSV knows");
        };
    String version = value.text().strip();
    if (version.isEmpty()) {
      throw value.malformed("is blank");
    }
    return new Event(kind, version);
  }

  /// As listed where a version cannot be parsed: the schema asks publishers for the right order.
  private static List<Event> sorted(List<Event> events, PackageType type) {
    record Placed(Event event, @Nullable Version version) {}
    VersionScheme scheme = VersionScheme.of(type);
    try {
      return events.stream()
          .map(it -> new Placed(it, isStart(it.version()) ? null : scheme.parse(it.version())))
          .sorted(
              Comparator.comparing(
                  Placed::version, Comparator.nullsFirst(Comparator.<Version>naturalOrder())))
          .map(Placed::event)
          .toList();
    } catch (InvalidVersionException unordered) {
      return events;
    }
  }

  private static boolean isStart(String version) {
    return version.equals("0");
  }

  private static List<VersionRange> stretches(List<Event> events) {
    List<VersionRange> stretches = new ArrayList<>();
    Event open = null;
    for (Event event : events) {
      if (event.kind() == Kind.INTRODUCED) {
        open = open == null ? event : open;
      } else if (open != null) {
        stretches.add(closed(open, event));
        open = null;
      }
    }
    if (open != null) {
      stretches.add(new VersionRange(start(open), null, null));
    }
    return stretches;
  }

  private static VersionRange closed(Event open, Event end) {
    return switch (end.kind()) {
      case LAST_AFFECTED -> new VersionRange(start(open), null, end.version());
      case FIXED, LIMIT, INTRODUCED -> new VersionRange(start(open), end.version(), null);
    };
  }

  private static @Nullable String start(Event open) {
    return isStart(open.version()) ? null : open.version();
  }
}
