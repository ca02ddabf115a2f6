package dev.assay.feeds.download;

import dev.assay.feeds.download.UpdateEvent.Finished;
import dev.assay.feeds.download.UpdateEvent.Progress;
import dev.assay.feeds.download.UpdateEvent.Retrying;
import dev.assay.feeds.download.UpdateEvent.Started;
import java.time.Duration;
import java.util.function.Consumer;

/// Tells what happens to one file.
final class FetchWatcher {
  private static final long STEP = 256 << 10;

  private final RemoteFeed feed;
  private final CachePath path;
  private final int attempts;
  private final Consumer<UpdateEvent> listener;
  private long told;

  FetchWatcher(RemoteFeed feed, CachePath path, int attempts, Consumer<UpdateEvent> listener) {
    this.feed = feed;
    this.path = path;
    this.attempts = attempts;
    this.listener = listener;
  }

  void started() {
    listener.accept(new Started(feed, path));
  }

  /// Passes on one in so many bytes, and the last.
  void progress(long received, long total) {
    if (received < told || received - told >= STEP || received == total) {
      told = received;
      listener.accept(new Progress(feed, path, received, total));
    }
  }

  void retrying(int attempt, Duration delay, String reason) {
    listener.accept(new Retrying(feed, path, attempt, attempts, delay, reason));
  }

  FileOutcome finished(FileOutcome outcome) {
    listener.accept(new Finished(feed, outcome));
    return outcome;
  }
}
