package dev.assay.version;

/// A version in its package manager's order. Comparable with versions of the same scheme only;
/// `compareTo` is 0 for versions the manager holds to be the same (`1.0` and `0:1.0`), which need
/// not be equal text.
public sealed interface Version extends Comparable<Version>
    permits DebVersion, RpmVersion, ApkVersion {
  /// As it was written.
  String text();
}
