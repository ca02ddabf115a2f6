package dev.assay.feeds.download;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// The one way out to the network. Redirects are not followed here.
public interface Transport extends AutoCloseable {

  /// Sends a GET and waits for the answer's head.
  ///
  /// @throws OfflineException where no connection may be opened
  Answer get(URI url, Map<String, String> headers) throws IOException, InterruptedException;

  /// Closes what connections are left.
  @Override
  void close();

  /// What never opens a connection.
  static Transport offline() {
    return new OfflineTransport();
  }

  /// The head of an answer, and its body to read and close.
  interface Answer extends AutoCloseable {
    int status();

    /// A header's value; several are joined by commas.
    Optional<String> header(String name);

    InputStream body();

    @Override
    void close() throws IOException;
  }
}
