package dev.assay.feeds.download;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why a file could not be had, and whether to ask again.
final class FetchFailure extends IOException {
  private static final long serialVersionUID = 1L;

  /// What to do about it.
  enum Remedy {
    /// Ask again after a while.
    RETRY,
    /// Asking again would give the same.
    NONE,
    /// The server has no such file.
    ABSENT
  }

  private final Remedy remedy;
  private final transient @Nullable Duration retryAfter;

  FetchFailure(Remedy remedy, String message) {
    this(remedy, message, null);
  }

  /// @param retryAfter how long the server asks to wait; null where it says nothing
  FetchFailure(Remedy remedy, String message, @Nullable Duration retryAfter) {
    super(message);
    this.remedy = remedy;
    this.retryAfter = retryAfter;
  }

  Remedy remedy() {
    return remedy;
  }

  Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
