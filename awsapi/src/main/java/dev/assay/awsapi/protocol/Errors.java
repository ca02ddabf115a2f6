package dev.assay.awsapi.protocol;

import dev.assay.awsapi.codec.Path;
import dev.assay.awsapi.codec.ValueReader;
import dev.assay.awsapi.codec.Violations;
import dev.assay.awsapi.http.Headers;
import dev.assay.awsapi.http.Response;
import dev.assay.awsapi.json.Json;
import dev.assay.awsapi.json.JsonReader;
import dev.assay.awsapi.json.MalformedJsonException;
import dev.assay.awsapi.schema.ServiceSchema;
import dev.assay.awsapi.schema.Shape;
import dev.assay.awsapi.value.ServiceException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Errors as a client reads them, the same in both protocols but for members in headers.
final class Errors {
  private Errors() {}

  /// The name of the error in an answer; empty where it has none. Services put a namespace before
  /// it and a URI behind.
  static String code(Response response) {
    String name =
        response.headers().first("x-amzn-ErrorType").orElseGet(() -> inBody(response.body()));
    name = name.substring(name.indexOf('#') + 1);
    return name.indexOf(':') < 0 ? name : name.substring(0, name.indexOf(':'));
  }

  private static String inBody(byte[] body) {
    Map<String, Json> members = members(body);
    return members.getOrDefault("__type", members.getOrDefault("code", new Json.Null()))
            instanceof Json.Text(String type)
        ? type
        : "";
  }

  /// What the answer says about itself.
  static String message(Response response) {
    Map<String, Json> members = members(response.body());
    return members.getOrDefault("message", members.getOrDefault("Message", new Json.Null()))
            instanceof Json.Text(String text)
        ? text
        : "no message";
  }

  private static Map<String, Json> members(byte[] body) {
    try {
      return body.length > 0 && JsonReader.read(body) instanceof Json.Obj(var members)
          ? members
          : Map.of();
    } catch (MalformedJsonException e) {
      return Map.of();
    }
  }

  /// The exception for an answer that is an error.
  static RuntimeException of(ServiceSchema service, Response response, HeaderMembers headers) {
    String code = code(response);
    if (service.shapes().get(code) instanceof Shape.Struct shape && shape.error() != null) {
      Violations violations = new Violations();
      ValueReader reader =
          new ValueReader(service.types(), ValueReader.Strictness.TYPES_ONLY, violations);
      @Nullable Object[] members = new Object[shape.members().size()];
      headers.read(shape, response.headers(), members, reader, violations);
      reader.body(shape, new Json.Obj(members(response.body())), members, Path.ROOT);
      if (reader.finish(shape, members, Path.ROOT) instanceof ServiceException error) {
        return error;
      }
    }
    return new UnexpectedAnswerException(response.status(), code, message(response));
  }

  /// Reads members that a protocol puts into headers.
  interface HeaderMembers {
    /// A protocol that puts none there.
    HeaderMembers NONE = (_, _, _, _, _) -> {};

    void read(
        Shape.Struct shape,
        Headers headers,
        @Nullable Object[] into,
        ValueReader reader,
        Violations violations);
  }
}
