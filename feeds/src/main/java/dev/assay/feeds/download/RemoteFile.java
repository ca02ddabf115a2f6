package dev.assay.feeds.download;

import java.net.URI;

/// One file to fetch.
///
/// @param path where it is kept, relative to the cache's feeds, separated by `/`; a path may carry
///     meaning for the feed's importer
/// @param form what is tested before the file replaces an older one
/// @param largest the most bytes it may have
/// @param optional whether it may be absent
public record RemoteFile(
    URI url, CachePath path, FileForm form, long largest, Checksum checksum, boolean optional)
    implements FeedSource {
  public RemoteFile {
    if (largest <= 0) {
      throw new InvalidConfigurationException("The largest size of " + path + " is not positive");
    }
  }
}
