package dev.assay.report;

import dev.assay.model.PackageType;
import org.jspecify.annotations.Nullable;

/// A package's version in the parts its package manager knows: `epoch:version-release`.
///
/// For deb the release is what follows the last hyphen (dpkg's Debian revision; none for a native
/// package), for rpm too, and for apk it is `r4`. Putting the parts together again gives the
/// whole, but for an epoch of 0 that is not written.
///
/// @param epoch 0 where none is stated, and for apk always
public record PackageVersion(long epoch, String version, @Nullable String release) {

  public static PackageVersion of(PackageType type, String whole) {
    int colon = type == PackageType.APK ? -1 : whole.indexOf(':');
    @Nullable Long epoch = colon > 0 ? number(whole.substring(0, colon)) : null;
    String rest = epoch == null ? whole : whole.substring(colon + 1);
    int hyphen = rest.lastIndexOf('-');
    boolean split = hyphen > 0 && hyphen < rest.length() - 1;
    return new PackageVersion(
        epoch == null ? 0 : epoch,
        split ? rest.substring(0, hyphen) : rest,
        split ? rest.substring(hyphen + 1) : null);
  }

  /// Null where the text is not a number of at most ten digits: then it is no epoch, and stays
  /// in the version for the reader to see.
  private static @Nullable Long number(String digits) {
    boolean plain = digits.length() <= 10 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return plain ? Long.valueOf(digits) : null;
  }

  /// Without the epoch.
  String withoutEpoch() {
    return release == null ? version : version + "-" + release;
  }
}
