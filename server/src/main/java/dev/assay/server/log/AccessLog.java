package dev.assay.server.log;

import dev.assay.assessment.identity.Caller;
import dev.assay.server.http.Answer;
import dev.assay.server.http.Request;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A line of JSON for each request. It holds no header, no query and no body, and so no signature
/// (a presigned URL has it in the query) and no secret.
public final class AccessLog implements AutoCloseable {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int LONGEST_PATH = 512;

  private final OutputStream out;

  public AccessLog(OutputStream out) {
    this.out = out;
  }

  /// Writes the line of a request.
  public void write(Instant at, Request request, Answer answer, Duration took) {
    byte[] line = (line(at, request, answer, took) + "\n").getBytes(StandardCharsets.UTF_8);
    synchronized (this) {
      try {
        out.write(line);
        out.flush();
      } catch (IOException full) {
        System.getLogger(AccessLog.class.getName())
            .log(
                System.Logger.Level.ERROR,
                "the access log cannot be written: {0}",
                full.getMessage());
      }
    }
  }

  private static String line(Instant at, Request request, Answer answer, Duration took) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
      json.writeStartObject();
      json.writeStringProperty("time", at.toString());
      json.writeStringProperty("requestId", request.id());
      json.writeStringProperty("source", request.source());
      json.writeStringProperty("method", request.method());
      json.writeStringProperty("path", shortened(request.path()));
      json.writeStringProperty("operation", answer.operation());
      json.writeNumberProperty("status", answer.response().status());
      if (answer.error().isPresent()) {
        json.writeStringProperty("error", answer.error().get());
      }
      if (answer.caller().isPresent()) {
        Caller caller = answer.caller().get();
        json.writeStringProperty("account", caller.identity().account().value());
        json.writeStringProperty("identity", caller.identity().name().value());
        json.writeStringProperty("role", caller.identity().role().name());
        json.writeStringProperty("accessKey", caller.key().value());
      }
      json.writeNumberProperty("bytesIn", request.body().length);
      json.writeNumberProperty("bytesOut", answer.response().body().length);
      json.writeNumberProperty("microseconds", took.toNanos() / 1_000);
      json.writeEndObject();
    }
    return line.toString();
  }

  private static String shortened(String path) {
    return path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH) + "…";
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
