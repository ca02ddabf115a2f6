package dev.assay.server.http;

import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/// What is refused before any operation is reached, in the error shape of the protocol that the
/// request is in, so that clients understand it: the retry of a throttled client depends on it.
public record Refusal(int status, String code, String message) {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String TARGET = "X-Amz-Target";

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
            body(json11).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return new Answer(response, Optional.empty(), "refused", Optional.of(code));
  }

  private String body(boolean json11) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json =
        JSON.createGenerator(tools.jackson.core.ObjectWriteContext.empty(), text)) {
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
