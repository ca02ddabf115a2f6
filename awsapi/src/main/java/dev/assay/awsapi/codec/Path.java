package dev.assay.awsapi.codec;

import org.jspecify.annotations.Nullable;

/// Where in an input a value is. A path is spelt out only when something is wrong there.
///
/// @param parent null for the input itself
public record Path(@Nullable Path parent, String step) {
  /// The input itself.
  public static final Path ROOT = new Path(null, "");

  /// The member, the key or the index of what is here.
  public Path then(String next) {
    return new Path(this, next);
  }

  /// Steps with dots between.
  @Override
  public String toString() {
    if (parent == null) {
      return step;
    }
    String before = parent.toString();
    return before.isEmpty() ? step : before + "." + step;
  }
}
