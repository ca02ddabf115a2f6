package dev.assay.assessment.classic;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// From one moment to another, both included; null leaves that side open.
public record TimeRange(@Nullable Instant begin, @Nullable Instant end) {
  public static final TimeRange ALWAYS = new TimeRange(null, null);

  /// Whether no moment can lie in it.
  public boolean isReversed() {
    return begin != null && end != null && end.isBefore(begin);
  }

  /// The range itself, if it is one.
  ///
  /// @throws ClassicRefusal.InvalidInput where no moment can lie in it
  public TimeRange checked(Invalid otherwise) {
    if (isReversed()) {
      throw new ClassicRefusal.InvalidInput(
          otherwise, "The range ends (" + end + ") before it begins (" + begin + ")");
    }
    return this;
  }
}
