package dev.assay.feeds.download;

import java.util.List;

/// A feed and where its files are.
///
/// @param id the source's name where it has one, `cisa-kev`
/// @param licence as generally known
public record RemoteFeed(
    String id, String title, boolean enabled, String licence, List<FeedSource> sources) {
  public RemoteFeed {
    sources = List.copyOf(sources);
  }
}
