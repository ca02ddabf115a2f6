package dev.assay.feeds.download;

/// What became of one file.
public sealed interface FileOutcome {
  CachePath path();

  /// A new version arrived; `resumed` where it went on from an older attempt's bytes.
  record Fetched(CachePath path, long bytes, boolean resumed) implements FileOutcome {}

  /// The server has no newer version than the cache.
  record Unchanged(CachePath path) implements FileOutcome {}

  /// It could not be had; the older version stays in use.
  record KeptOld(CachePath path, String reason) implements FileOutcome {}

  /// It could not be had, and there is no older version.
  record Missing(CachePath path, String reason) implements FileOutcome {}

  /// The feed has no such file, which it need not.
  record NotPublished(CachePath path) implements FileOutcome {}
}
