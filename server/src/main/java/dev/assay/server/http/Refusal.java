package dev.assay.server.http;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// What is refused before any operation is reached, in the error shape of the protocol that the
/// request is in, so that clients understand it: the retry of a throttled client depends on it.
///
/// @param retryAfter how long the client should wait, in whole seconds; empty where it makes no
///     difference
public record Refusal(int status, String code, String message, Optional<Duration> retryAfter) {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String TARGET = "X-Amz-Target";

  public Refusal(int status, String code, String message) {
    this(status, code, message, Optional.empty());
  }

  /// The answer to a request; AWS's JSON 1.1 is told by its target header.
  public Answer to(Request request) {
    boolean json11 = request.header(TARGET).isPresent();
    Response response =
        new Response(
            // Of JSON 1.1 clients, some look for a status of 400 to find the code in the body.
            json11 && status < 500 ? 400 : status,
            List.of(
                new Header(
                    "Content-Type", json11 ? "application/x-amz-json-1.1" : "application/json"),
                new Header("x-amzn-ErrorType", code)),
            body(json11).getBytes(StandardCharsets.UTF_8));
    return new Answer(
        retryAfter
            .map(pause -> response.with("Retry-After", Long.toString(roundedUp(pause))))
            .orElse(response),
        Optional.empty(),
        "refused",
        Optional.of(code));
  }

  private static long roundedUp(Duration pause) {
    return Math.max(1, pause.plusSeconds(1).minusNanos(1).toSeconds());
  }

  private String body(boolean json11) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      if (json11) {
        json.writeStringProperty("__type", code);
      }
      json.writeStringProperty("message", message);
      json.writeEndObject();
    }
    return text.toString();
  }
}
