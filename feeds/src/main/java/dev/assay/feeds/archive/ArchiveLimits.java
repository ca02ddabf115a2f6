package dev.assay.feeds.archive;

/// How much may come out of feed files; what goes over it is cut off, and said to be.
///
/// @param entries documents in all files together
/// @param entryBytes of one document
/// @param totalBytes of everything that is unpacked, intermediate layers included
/// @param ratio unpacked bytes for one byte of the file, once more than `ratioFrom` bytes came
///     out of it
/// @param archiveDepth archives inside archives
/// @param layers archives and compressions around one document
public record ArchiveLimits(
    long entries,
    long entryBytes,
    long totalBytes,
    long ratio,
    long ratioFrom,
    int archiveDepth,
    int layers) {

  /// Far above what all public feeds together need (0.5 million documents, 3 GB, ratio 50).
  public static final ArchiveLimits STANDARD =
      new ArchiveLimits(2_000_000, 512L << 20, 64L << 30, 400, 64L << 20, 2, 6);
}
