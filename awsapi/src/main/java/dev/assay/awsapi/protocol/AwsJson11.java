package dev.assay.awsapi.protocol;

import dev.assay.awsapi.codec.ValueReader;
import dev.assay.awsapi.codec.Violations;
import dev.assay.awsapi.http.Headers;
import dev.assay.awsapi.http.Request;
import dev.assay.awsapi.http.Response;
import dev.assay.awsapi.schema.OperationSchema;
import dev.assay.awsapi.schema.ServiceSchema;
import dev.assay.awsapi.schema.Shape;
import dev.assay.awsapi.value.ServiceException;
import dev.assay.awsapi.value.Structure;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// awsJson1_1: every operation is a POST to `/`, named by a header; everything is in the body.
public final class AwsJson11 implements Protocol {
  private static final String MEDIA_TYPE = "application/x-amz-json-1.1";

  private final ServiceSchema service;

  AwsJson11(ServiceSchema service) {
    this.service = service;
  }

  @Override
  public Optional<OperationSchema> route(Request request) {
    String prefix = service.targetPrefix() + ".";
    return request
        .headers()
        .first("x-amz-target")
        .filter(target -> target.startsWith(prefix))
        .filter(_ -> request.method().equals("POST") && request.rawPath().equals("/"))
        .map(target -> service.operations().get(target.substring(prefix.length())));
  }

  @Override
  public @Nullable Object input(OperationSchema operation, Request request, byte[] body) {
    String type = request.headers().first("content-type").orElse("");
    if (!Bodies.isType(type, MEDIA_TYPE)) {
      throw new RefusedException(
          415, "UnsupportedMediaTypeException", "The content type must be " + MEDIA_TYPE + ".");
    }
    Violations violations = new Violations();
    ValueReader reader =
        new ValueReader(service.types(), ValueReader.Strictness.EVERY_CONSTRAINT, violations);
    Object input =
        operation.input() == null
            ? Bodies.object(body, violations)
            : Bodies.read(operation.input(), body, reader, violations);
    if (!violations.isEmpty()) {
      throw new InvalidInputException(violations.list());
    }
    return operation.input() == null ? null : input;
  }

  @Override
  public Response output(OperationSchema operation, @Nullable Structure output) {
    byte[] body =
        operation.output() == null || output == null
            ? new byte[0]
            : Bodies.write(operation.output(), output);
    return response(200, body);
  }

  @Override
  public Response error(ServiceException error) {
    Shape.Struct shape = service.struct(error.shape());
    byte[] body = Bodies.error(shape.name(), Optional.of(shape), error, "");
    return response(shape.error() == null ? 500 : shape.error().status(), body);
  }

  @Override
  public Response refusal(RefusedException refused) {
    byte[] body = Bodies.error(refused.code(), Optional.empty(), null, refused.message());
    return response(refused.status(), body);
  }

  private static Response response(int status, byte[] body) {
    return new Response(status, Headers.NONE.with("content-type", MEDIA_TYPE), body);
  }

  @Override
  public Call call(OperationSchema operation, @Nullable Structure input) {
    Headers headers =
        new Headers(
            Map.of(
                "content-type", List.of(MEDIA_TYPE),
                "x-amz-target", List.of(service.targetPrefix() + "." + operation.name())));
    byte[] body =
        operation.input() == null || input == null
            ? "{}".getBytes(StandardCharsets.UTF_8)
            : Bodies.write(operation.input(), input);
    return new Call("POST", "/", "", headers, body);
  }

  @Override
  public @Nullable Object answer(OperationSchema operation, Response response) {
    if (response.status() / 100 != 2) {
      throw Errors.of(service, response, Errors.HeaderMembers.NONE);
    }
    if (operation.output() == null) {
      return null;
    }
    Violations violations = new Violations();
    ValueReader reader =
        new ValueReader(service.types(), ValueReader.Strictness.TYPES_ONLY, violations);
    return Answers.checked(
        Bodies.read(operation.output(), response.body(), reader, violations), response, violations);
  }
}
