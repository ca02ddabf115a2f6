package dev.assay.model;

import org.jspecify.annotations.Nullable;

/// Versions from `introduced` (inclusive; null: from the first) to `fixed` (exclusive) or
/// `lastAffected` (inclusive); both null: no end is known. Never both at once. The order is the
/// ecosystem's.
public record VersionRange(
    @Nullable String introduced, @Nullable String fixed, @Nullable String lastAffected) {
  public VersionRange {
    if (fixed != null && lastAffected != null) {
      throw new IllegalArgumentException(
          "A range ends at a fixed or at a last affected version, not at both: "
              + fixed
              + ", "
              + lastAffected);
    }
  }

  public static VersionRange before(String fixed) {
    return new VersionRange(null, fixed, null);
  }

  public static VersionRange everything() {
    return new VersionRange(null, null, null);
  }
}
