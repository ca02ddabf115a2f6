package dev.assay.feeds.download;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What identifies a version of a file on its server (RFC 9110, 8.8); null where the server does
/// not say.
record Validators(@Nullable String etag, @Nullable String lastModified) {
  static Validators of(Transport.Answer answer) {
    return new Validators(
        answer.header("ETag").orElse(null), answer.header("Last-Modified").orElse(null));
  }

  /// The headers that ask for the file only if it is another version.
  Map<String, String> conditional() {
    if (etag != null) {
      return Map.of("If-None-Match", etag);
    }
    return lastModified == null ? Map.of() : Map.of("If-Modified-Since", lastModified);
  }

  /// The headers that ask for the rest of this very version. Empty where the version cannot be
  /// told for sure: a weak tag does not promise the same bytes.
  Optional<Map<String, String>> rest(long from) {
    String version = etag != null && !etag.startsWith("W/") ? etag : lastModified;
    return version == null
        ? Optional.empty()
        : Optional.of(Map.of("Range", "bytes=" + from + "-", "If-Range", version));
  }

  /// Whether an answer surely has another version.
  boolean contradict(Validators other) {
    boolean otherTag = etag != null && other.etag != null && !etag.equals(other.etag);
    boolean otherTime =
        lastModified != null
            && other.lastModified != null
            && !lastModified.equals(other.lastModified);
    return otherTag || otherTime;
  }
}
