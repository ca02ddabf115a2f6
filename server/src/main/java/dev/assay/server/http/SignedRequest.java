package dev.assay.server.http;

import dev.assay.awsapi.http.Headers;
import java.net.URI;
import java.net.http.HttpRequest;

/// A request of ours to a service that wants signatures.
public final class SignedRequest {
  private SignedRequest() {}

  /// A request that has the headers as they were signed, and neither method nor body yet.
  public static HttpRequest.Builder to(URI address, Headers signed) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    signed
        .values()
        .forEach(
            (name, values) -> {
              // The client writes it, and lets nobody else.
              if (!name.equals("host")) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return request;
  }
}
