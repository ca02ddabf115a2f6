package dev.assay.feeds.download;

import java.net.URI;

/// The updateinfo of an RPM repository, whose metadata (`repodata/repomd.xml`) names the file and
/// its checksum.
///
/// @param path the directory in the cache
/// @param location where the repository is
/// @param optional whether it may have no updateinfo
public record RpmRepository(CachePath path, Location location, long largest, boolean optional)
    implements FeedSource {

  /// Where a repository is.
  public sealed interface Location {}

  /// At this address, which ends with `/`.
  public record At(URI base) implements Location {}

  /// At any of the addresses in the text at this address, one a line; the first that answers.
  public record Listed(URI mirrorList) implements Location {}
}
