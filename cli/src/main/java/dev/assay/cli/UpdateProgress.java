package dev.assay.cli;

import dev.assay.feeds.download.CachePath;
import dev.assay.feeds.download.FileOutcome;
import dev.assay.feeds.download.UpdateEvent;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/// One line of progress on a terminal's error stream, written over itself.
final class UpdateProgress implements Consumer<UpdateEvent> {
  private static final int BAR = 24;
  private static final long REDRAW_NANOS = 100_000_000L;

  private final Terminal terminal;
  private final Map<CachePath, Long> received = new HashMap<>();
  private final Map<CachePath, Long> totals = new HashMap<>();
  private int started;
  private int finished;
  private long drawn;

  UpdateProgress(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void accept(UpdateEvent event) {
    switch (event) {
      case UpdateEvent.Started _ -> started++;
      case UpdateEvent.Progress progress -> {
        received.put(progress.path(), progress.received());
        totals.put(progress.path(), Math.max(progress.total(), progress.received()));
      }
      case UpdateEvent.Retrying retrying ->
          say(
              "%s: %s; attempt %d of %d in %d s"
                  .formatted(
                      retrying.path(),
                      retrying.reason(),
                      retrying.attempt() + 1,
                      retrying.attempts(),
                      retrying.delay().toSeconds()));
      case UpdateEvent.Finished(var _, FileOutcome outcome) -> {
        finished++;
        totals.merge(outcome.path(), 0L, Math::max);
      }
    }
    draw();
  }

  /// Ends the line of progress.
  void close() {
    terminal.err().print("\r\033[K");
    terminal.err().flush();
  }

  private void say(String line) {
    terminal.err().print("\r\033[K");
    terminal.error(line);
  }

  private void draw() {
    long now = System.nanoTime();
    if (now - drawn < REDRAW_NANOS) {
      return;
    }
    drawn = now;
    long have = received.values().stream().mapToLong(Long::longValue).sum();
    long total = totals.values().stream().mapToLong(Long::longValue).sum();
    int full = total == 0 ? 0 : (int) Math.min(BAR, BAR * have / total);
    terminal
        .err()
        .printf(
            Locale.ROOT,
            "\r\033[K[%s%s] %d of %d files, %.1f MiB",
            "#".repeat(full),
            " ".repeat(BAR - full),
            finished,
            started,
            have / 1048576.0);
    terminal.err().flush();
  }
}
