package dev.assay.awsapi.protocol;

import dev.assay.awsapi.codec.Path;
import dev.assay.awsapi.codec.TextValues;
import dev.assay.awsapi.codec.ValueReader;
import dev.assay.awsapi.codec.Violations;
import dev.assay.awsapi.http.Headers;
import dev.assay.awsapi.http.MalformedUriException;
import dev.assay.awsapi.http.Request;
import dev.assay.awsapi.http.Response;
import dev.assay.awsapi.json.Json;
import dev.assay.awsapi.schema.Member;
import dev.assay.awsapi.schema.OperationSchema;
import dev.assay.awsapi.schema.ServiceSchema;
import dev.assay.awsapi.schema.Shape;
import dev.assay.awsapi.value.ServiceException;
import dev.assay.awsapi.value.Structure;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// restJson1: an operation is a method and a path; members are in labels, the query, headers and
/// the body.
public final class RestJson1 implements Protocol {
  private static final String MEDIA_TYPE = "application/json";

  private final ServiceSchema service;

  RestJson1(ServiceSchema service) {
    this.service = service;
  }

  @Override
  public Optional<OperationSchema> route(Request request) {
    return service.operations().values().stream()
        .filter(operation -> operation.method().equals(request.method()))
        .filter(operation -> operation.uri().match(request.rawPath()).isPresent())
        .max(Comparator.comparing(operation -> operation.uri().literals()));
  }

  @Override
  public @Nullable Object input(OperationSchema operation, Request request, byte[] body) {
    Shape.Struct shape = operation.input();
    if (shape == null) {
      return null;
    }
    checkType(shape, request, body);
    Violations violations = new Violations();
    ValueReader reader =
        new ValueReader(service.types(), ValueReader.Strictness.EVERY_CONSTRAINT, violations);
    @Nullable Object[] members = new Object[shape.members().size()];
    try {
      new HttpMembers(new TextValues(reader, violations)).read(operation, shape, request, members);
    } catch (MalformedUriException e) {
      throw new RefusedException(400, "SerializationException", String.valueOf(e.getMessage()));
    }
    body(shape, body, members, reader, violations);
    Object input = reader.finish(shape, members, Path.ROOT);
    if (input == null || !violations.isEmpty()) {
      throw new InvalidInputException(violations.list());
    }
    return input;
  }

  /// A body, where there is one, must say that it is JSON.
  private static void checkType(Shape.Struct shape, Request request, byte[] body) {
    boolean json = shape.payload() == null || !Payloads.isRaw(shape.payload());
    String type = request.headers().first("content-type").orElse("");
    if (body.length > 0 && json && !Bodies.isType(type, MEDIA_TYPE)) {
      throw new RefusedException(
          415, "UnsupportedMediaTypeException", "The content type must be " + MEDIA_TYPE + ".");
    }
  }

  private static void body(
      Shape.Struct shape,
      byte[] body,
      @Nullable Object[] into,
      ValueReader reader,
      Violations violations) {
    Member payload = shape.payload();
    if (payload != null) {
      into[payload.index()] = Payloads.read(payload, body, reader);
      return;
    }
    Json.Obj object = Bodies.object(body, violations);
    if (object != null) {
      reader.body(shape, object, into, Path.ROOT);
    }
  }

  @Override
  public Response output(OperationSchema operation, @Nullable Structure output) {
    Headers headers = Headers.NONE.with("content-type", MEDIA_TYPE);
    Shape.Struct shape = operation.output();
    if (shape == null || output == null) {
      return new Response(operation.status(), headers, new byte[0]);
    }
    return new Response(
        HttpParts.status(shape, output).orElse(operation.status()),
        HttpParts.headers(shape, output, headers),
        Payloads.write(shape, output));
  }

  @Override
  public Response error(ServiceException error) {
    Shape.Struct shape = service.struct(error.shape());
    Headers headers = HttpParts.headers(shape, error, errorHeaders(shape.name()));
    byte[] body = Bodies.error(shape.name(), Optional.of(shape), error, "");
    return new Response(shape.error() == null ? 500 : shape.error().status(), headers, body);
  }

  @Override
  public Response refusal(RefusedException refused) {
    byte[] body = Bodies.error(refused.code(), Optional.empty(), null, refused.message());
    return new Response(refused.status(), errorHeaders(refused.code()), body);
  }

  private static Headers errorHeaders(String code) {
    return Headers.NONE.with("content-type", MEDIA_TYPE).with("x-amzn-errortype", code);
  }

  @Override
  public Call call(OperationSchema operation, @Nullable Structure input) {
    Shape.Struct shape = operation.input();
    Headers json = Headers.NONE.with("content-type", MEDIA_TYPE);
    if (shape == null || input == null) {
      return new Call(operation.method(), operation.uri().text(), "", Headers.NONE, new byte[0]);
    }
    boolean body = shape.members().stream().anyMatch(m -> m.location() == Member.Location.BODY);
    return new Call(
        operation.method(),
        HttpParts.path(operation, shape, input),
        HttpParts.query(shape, input),
        HttpParts.headers(shape, input, body ? json : Headers.NONE),
        body ? Payloads.write(shape, input) : new byte[0]);
  }

  @Override
  public @Nullable Object answer(OperationSchema operation, Response response) {
    if (response.status() / 100 != 2) {
      throw Errors.of(
          service,
          response,
          (shape, headers, into, reader, violations) ->
              new HttpMembers(new TextValues(reader, violations)).headers(shape, headers, into));
    }
    Shape.Struct shape = operation.output();
    if (shape == null) {
      return null;
    }
    Violations violations = new Violations();
    ValueReader reader =
        new ValueReader(service.types(), ValueReader.Strictness.TYPES_ONLY, violations);
    @Nullable Object[] members = new Object[shape.members().size()];
    new HttpMembers(new TextValues(reader, violations)).headers(shape, response.headers(), members);
    shape.members().stream()
        .filter(member -> member.location() == Member.Location.STATUS)
        .forEach(member -> members[member.index()] = response.status());
    body(shape, response.body(), members, reader, violations);
    return Answers.checked(reader.finish(shape, members, Path.ROOT), response, violations);
  }
}
