package dev.assay.feeds.download;

import java.net.URI;
import java.util.Map;

/// What never opens a connection.
final class OfflineTransport implements Transport {
  @Override
  public Answer get(URI url, Map<String, String> headers) throws OfflineException {
    throw new OfflineException(url);
  }

  @Override
  public void close() {
    // nothing was ever opened
  }
}
