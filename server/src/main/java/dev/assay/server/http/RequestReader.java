package dev.assay.server.http;

import io.helidon.webserver.http.ServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/// Reads requests whole, as far as they keep to the limits.
record RequestReader(Limits limits) {
  private static final int CHUNK = 16 * 1024;

  /// Why a request was not read to its end.
  static final class UnreadException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    private UnreadException(Refusal refusal) {
      super(refusal.message());
      this.refusal = refusal;
    }

    Refusal refusal() {
      return refusal;
    }
  }

  /// A request with its body, which stays as it was sent.
  ///
  /// @throws UnreadException where the body is too large, or too slow to arrive
  Request read(ServerRequest request, String id) throws IOException, UnreadException {
    if (!request.content().hasEntity()) {
      return head(request, id);
    }
    if (request.headers().contentLength().orElse(0) > limits.body()) {
      throw tooLarge();
    }
    long deadline = System.nanoTime() + limits.requestTime().toNanos();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    try (InputStream in = request.content().inputStream()) {
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        body.write(chunk, 0, read);
        if (body.size() > limits.body()) {
          throw tooLarge();
        }
        if (System.nanoTime() - deadline > 0) {
          throw new UnreadException(
              new Refusal(408, "RequestTimeout", "the request took too long to arrive"));
        }
      }
    }
    return with(request, id, body.toByteArray());
  }

  /// A request without its body.
  static Request head(ServerRequest request, String id) {
    return with(request, id, new byte[0]);
  }

  private UnreadException tooLarge() {
    return new UnreadException(
        new Refusal(
            413, "RequestEntityTooLarge", "the body has more than " + limits.body() + " bytes"));
  }

  private static Request with(ServerRequest request, String id, byte[] body) {
    List<Header> headers = new ArrayList<>();
    for (io.helidon.http.Header header : request.headers()) {
      for (String value : header.allValues()) {
        headers.add(new Header(header.name(), value));
      }
    }
    if (headers.stream().noneMatch(header -> header.name().equalsIgnoreCase("host"))) {
      headers.add(new Header("Host", request.authority()));
    }
    return new Request(
        id,
        request.prologue().method().text(),
        request.prologue().uriPath().rawPath(),
        request.prologue().query().rawValue(),
        List.copyOf(headers),
        body,
        request.remotePeer().host());
  }
}
