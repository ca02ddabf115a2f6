package dev.assay.version;

/// A version in its package manager's order.
///
/// `compareTo` is 0, and `equals` true, for versions that the manager holds to be the same
/// (`1.0` and `0:1.0`), which need not be the same text. Versions of different schemes cannot be
/// compared.
public sealed interface Version extends Comparable<Version>
    permits DebVersion, RpmVersion, ApkVersion {

  /// As it was written.
  String text();

  /// The version's place in the order, as bytes: within one scheme the unsigned order of the keys
  /// is the order of the versions.
  SortKey sortKey();

  /// The package manager's order.
  ///
  /// @throws IllegalArgumentException for a version of another scheme
  @Override
  default int compareTo(Version other) {
    if (getClass() != other.getClass()) {
      throw new IllegalArgumentException(
          "No order between versions of two schemes: \"%s\" (%s), \"%s\" (%s)"
              .formatted(
                  text(),
                  getClass().getSimpleName(),
                  other.text(),
                  other.getClass().getSimpleName()));
    }
    return sortKey().compareTo(other.sortKey());
  }
}
