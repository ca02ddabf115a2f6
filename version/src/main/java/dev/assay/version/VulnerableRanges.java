package dev.assay.version;

import dev.assay.model.VersionRange;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether an installed version lies in the ranges that an advisory calls vulnerable.
///
/// A bound that cannot be read is never taken for "not vulnerable": it makes the answer
/// undecidable, unless another bound or another range settles it. A lower bound `0` is the
/// beginning of all versions, as in OSV, whatever the scheme sorts before 0.
public final class VulnerableRanges {
  private VulnerableRanges() {}

  /// Where a version lies.
  public sealed interface Containment {}

  /// In this range: vulnerable.
  public record Inside(VersionRange range) implements Containment {}

  /// In none of them.
  public record Outside() implements Containment {}

  /// It cannot be known, because of a bound that is no version.
  ///
  /// @param bound as the advisory has it
  /// @param reason a sentence that quotes it
  public record Undecidable(VersionRange range, String bound, String reason)
      implements Containment {}

  /// The first range that holds the version; else the first that cannot be decided; else outside.
  public static Containment contains(
      VersionScheme scheme, List<VersionRange> ranges, Version installed) {
    Optional<Undecidable> undecidable = Optional.empty();
    for (VersionRange range : ranges) {
      switch (contains(scheme, range, installed)) {
        case Inside inside -> {
          return inside;
        }
        case Undecidable first -> undecidable = undecidable.or(() -> Optional.of(first));
        case Outside _ -> {}
      }
    }
    return undecidable.<Containment>map(found -> found).orElseGet(Outside::new);
  }

  private static Containment contains(VersionScheme scheme, VersionRange range, Version installed) {
    var lower = Bound.read(scheme, isBeginning(range.introduced()) ? null : range.introduced());
    var fixed = Bound.read(scheme, range.fixed());
    var last = Bound.read(scheme, range.lastAffected());
    if (lower.isAbove(installed) || fixed.isAtOrBelow(installed) || last.isBelow(installed)) {
      return new Outside();
    }
    for (Bound bound : List.of(lower, fixed, last)) {
      if (bound instanceof Bound.Unreadable unreadable) {
        return new Undecidable(range, unreadable.text(), unreadable.reason());
      }
    }
    return new Inside(range);
  }

  private static boolean isBeginning(@Nullable String introduced) {
    return introduced != null && introduced.equals("0");
  }

  /// One end of a range. A bound that is absent or unreadable lies nowhere.
  private sealed interface Bound {
    record At(Version version) implements Bound {}

    record Absent() implements Bound {}

    record Unreadable(String text, String reason) implements Bound {}

    static Bound read(VersionScheme scheme, @Nullable String text) {
      if (text == null) {
        return new Absent();
      }
      try {
        return new At(scheme.parse(text));
      } catch (InvalidVersionException e) {
        return new Unreadable(text, e.getMessage());
      }
    }

    default boolean isAbove(Version installed) {
      return this instanceof At at && at.version().compareTo(installed) > 0;
    }

    default boolean isBelow(Version installed) {
      return this instanceof At at && at.version().compareTo(installed) < 0;
    }

    default boolean isAtOrBelow(Version installed) {
      return this instanceof At at && at.version().compareTo(installed) <= 0;
    }
  }
}
