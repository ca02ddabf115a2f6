package dev.assay.feeds.download;

import dev.assay.feeds.download.FetchFailure.Remedy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Writes an answer's body to a partial file, within the file's bound.
final class Arrival {
  private final RemoteFile file;
  private final Path partial;
  private final FetchWatcher watcher;

  Arrival(RemoteFile file, Path partial, FetchWatcher watcher) {
    this.file = file;
    this.partial = partial;
    this.watcher = watcher;
  }

  /// Appends the body after the first `from` bytes.
  ///
  /// @param total how many bytes there should be in the end, -1 where it is not known
  /// @throws FetchFailure where it is too large, or breaks off; what has come stays
  void receive(InputStream body, long from, long total) throws IOException {
    if (total > file.largest()) {
      throw tooLarge();
    }
    long received = from;
    try (OutputStream output = open(from)) {
      byte[] buffer = new byte[1 << 16];
      for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
        received += count;
        if (received > file.largest()) {
          throw tooLarge();
        }
        output.write(buffer, 0, count);
        watcher.progress(received, total);
      }
    }
    if (total >= 0 && received != total) {
      throw new FetchFailure(
          Remedy.RETRY, file.url() + " broke off after " + received + " of " + total + " bytes");
    }
  }

  private OutputStream open(long from) throws IOException {
    return from > 0
        ? Files.newOutputStream(partial, StandardOpenOption.APPEND)
        : Files.newOutputStream(partial);
  }

  private FetchFailure tooLarge() {
    return new FetchFailure(
        Remedy.NONE,
        file.url() + " is larger than its bound of " + (file.largest() >> 20) + " MiB");
  }
}
