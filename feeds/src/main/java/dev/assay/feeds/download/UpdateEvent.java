package dev.assay.feeds.download;

import java.time.Duration;

/// What happens during an update, for a progress display. Events come from one thread at a time.
public sealed interface UpdateEvent {
  /// A file is asked for.
  record Started(RemoteFeed feed, CachePath path) implements UpdateEvent {}

  /// So much of it is here; `total` is -1 where it is not known.
  record Progress(RemoteFeed feed, CachePath path, long received, long total)
      implements UpdateEvent {}

  /// It is asked for again after `delay`; `attempt` counts from 1.
  record Retrying(
      RemoteFeed feed, CachePath path, int attempt, int attempts, Duration delay, String reason)
      implements UpdateEvent {}

  record Finished(RemoteFeed feed, FileOutcome outcome) implements UpdateEvent {}
}
