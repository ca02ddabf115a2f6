package dev.assay.feeds.download;

import java.nio.file.Path;
import java.util.regex.Pattern;

/// A path inside the cache, which cannot lead out of it: names separated by `/`, none of which
/// begins with a full stop.
public record CachePath(String value) implements Comparable<CachePath> {
  private static final Pattern SAFE =
      Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._+-]{0,99}(/[A-Za-z0-9_][A-Za-z0-9._+-]{0,99}){0,9}");

  public CachePath {
    if (!SAFE.matcher(value).matches() || value.equals(FeedCache.MANIFEST)) {
      throw new InvalidConfigurationException("Not a path for the cache: \"" + value + "\"");
    }
  }

  Path in(Path directory) {
    return directory.resolve(value);
  }

  CachePath resolve(String name) {
    return new CachePath(value + "/" + name);
  }

  @Override
  public int compareTo(CachePath other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
