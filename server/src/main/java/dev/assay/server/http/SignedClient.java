package dev.assay.server.http;

import dev.assay.awsapi.http.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Asks services that want signatures and answer with a status and, in XML, the code of an error.
public final class SignedClient {
  private static final Duration CONNECTING = Duration.ofSeconds(20);
  private static final int SHOWN = 4096;
  private static final Pattern CODE = Pattern.compile("<Code>([A-Za-z0-9.]{1,100})</Code>");

  private final Duration answering;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(CONNECTING)
          .followRedirects(HttpClient.Redirect.NEVER)
          .version(HttpClient.Version.HTTP_1_1)
          .build();

  /// @param answering how long to wait for an answer
  public SignedClient(Duration answering) {
    this.answering = answering;
  }

  /// What a service answered.
  ///
  /// @param code of the error; empty where it named none
  public record Answer(int status, String code) {
    /// For a person, without a full stop.
    public String words(String service) {
      return service + " answered " + status + (code.isEmpty() ? "" : " " + code);
    }
  }

  /// Sends a request with the headers as they were signed.
  public Answer send(String method, URI address, Headers signed, HttpRequest.BodyPublisher body)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).timeout(answering).method(method, body);
    signed
        .values()
        .forEach(
            (name, values) -> {
              // The client writes it, and lets nobody else.
              if (!name.equals("host")) {
                values.forEach(value -> request.header(name, value));
              }
            });
    try {
      HttpResponse<InputStream> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream said = answer.body()) {
        return new Answer(answer.statusCode(), code(said));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the server stops");
    }
  }

  private static String code(InputStream body) throws IOException {
    Matcher code = CODE.matcher(new String(body.readNBytes(SHOWN), StandardCharsets.UTF_8));
    return code.find() ? code.group(1) : "";
  }
}
