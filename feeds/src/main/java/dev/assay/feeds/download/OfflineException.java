package dev.assay.feeds.download;

import java.io.IOException;
import java.net.URI;

/// Something was wanted from the network while offline.
public final class OfflineException extends IOException {
  private static final long serialVersionUID = 1L;

  OfflineException(URI url) {
    super("offline: " + url + " was not asked for");
  }
}
