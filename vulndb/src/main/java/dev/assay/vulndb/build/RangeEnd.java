package dev.assay.vulndb.build;

import dev.assay.model.VersionRange;
import dev.assay.version.InvalidVersionException;
import dev.assay.version.Version;
import dev.assay.version.VersionScheme;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the vulnerable versions of a statement end: what decides its place in a package block.
sealed interface RangeEnd {
  /// Versions from `version` on are surely not meant.
  record FixedIn(Version version) implements RangeEnd {}

  /// No end is known.
  record Unfixed() implements RangeEnd {}

  /// It ends in a way that a comparison with one version does not tell.
  record Complex() implements RangeEnd {}

  RangeEnd UNFIXED = new Unfixed();
  RangeEnd COMPLEX = new Complex();

  static RangeEnd of(List<VersionRange> ranges, VersionScheme scheme) {
    if (ranges.stream().anyMatch(range -> range.lastAffected() != null)) {
      return COMPLEX;
    }
    @Nullable Version last = null;
    for (VersionRange range : ranges) {
      if (range.fixed() == null) {
        return UNFIXED;
      }
      try {
        Version fixed = scheme.parse(range.fixed());
        if (last == null || fixed.compareTo(last) > 0) {
          last = fixed;
        }
      } catch (InvalidVersionException unknown) {
        return COMPLEX;
      }
    }
    return last == null ? UNFIXED : new FixedIn(last);
  }
}
