package dev.assay.feeds.download;

import java.io.IOException;
import java.nio.file.Path;

/// Another update is running on the same cache directory.
public final class CacheInUseException extends IOException {
  private static final long serialVersionUID = 1L;

  CacheInUseException(Path directory) {
    super("Another update is running on " + directory);
  }
}
