package dev.assay.agent.service;

import dev.assay.awsapi.http.Headers;
import dev.assay.awsapi.http.Response;
import dev.assay.awsapi.protocol.Call;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// Over HTTP. An answer that is longer than any of a service's is not read to its end.
public final class HttpTransport implements Transport {
  private static final int LONGEST_ANSWER = 16 << 20;

  private final HttpClient http;
  private final Duration patience;

  public HttpTransport(HttpClient http, Duration patience) {
    this.http = http;
    this.patience = patience;
  }

  @Override
  public Response send(ServiceAddress service, Call call, Headers headers)
      throws IOException, InterruptedException {
    String query = call.rawQuery().isEmpty() ? "" : "?" + call.rawQuery();
    URI target = service.uri().resolve(call.rawPath() + query);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target).timeout(patience).method(call.method(), body(call));
    headers
        .values()
        .forEach(
            (name, values) -> {
              // The client writes it itself, the same.
              if (!name.equals("host")) {
                values.forEach(value -> request.header(name, value));
              }
            });
    HttpResponse<InputStream> answer =
        http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = answer.body()) {
      byte[] read = body.readNBytes(LONGEST_ANSWER + 1);
      if (read.length > LONGEST_ANSWER) {
        throw new IOException("its answer has more than " + LONGEST_ANSWER + " bytes");
      }
      return new Response(answer.statusCode(), new Headers(answer.headers().map()), read);
    }
  }

  /// A body of no bytes is none: of a GET with one a server may wait for the rest.
  private static HttpRequest.BodyPublisher body(Call call) {
    return call.body().length == 0
        ? HttpRequest.BodyPublishers.noBody()
        : HttpRequest.BodyPublishers.ofByteArray(call.body());
  }
}
