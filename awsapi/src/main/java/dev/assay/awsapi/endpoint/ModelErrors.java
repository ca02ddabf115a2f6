package dev.assay.awsapi.endpoint;

import dev.assay.awsapi.codec.Path;
import dev.assay.awsapi.codec.ValueReader;
import dev.assay.awsapi.codec.Violation;
import dev.assay.awsapi.codec.Violations;
import dev.assay.awsapi.json.Json;
import dev.assay.awsapi.protocol.RefusedException;
import dev.assay.awsapi.schema.ServiceSchema;
import dev.assay.awsapi.schema.Shape;
import dev.assay.awsapi.value.ServiceException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes a service's own errors for what happens outside its operations. They are made from the
/// model, by the names that its errors' members have: no service is known here.
final class ModelErrors {
  private final ServiceSchema service;

  ModelErrors(ServiceSchema service) {
    this.service = service;
  }

  /// All violations of an input at once.
  RuntimeException invalid(List<Violation> violations) {
    boolean readable = violations.stream().noneMatch(v -> v.kind() == Violation.Kind.TYPE);
    Shape.Struct shape = service.struct(service.invalidInput());
    boolean codes = shape.byWireName().containsKey("errorCode");
    if (codes && !readable) {
      return new RefusedException(400, "SerializationException", joined(violations));
    }
    Map<String, Json> members = new HashMap<>();
    members.put("message", new Json.Text(message(violations)));
    if (codes) {
      members.put("errorCode", new Json.Text(new InputErrorCodes(service).of(violations)));
      members.put("canRetry", new Json.Bool(false));
    } else {
      String reason = readable ? "FIELD_VALIDATION_FAILED" : "CANNOT_PARSE";
      members.put("reason", new Json.Text(reason));
      members.put("fields", fields(violations));
    }
    return make(shape, members);
  }

  /// A body that is no JSON.
  RuntimeException malformed(String message) {
    Shape.Struct shape = service.struct(service.invalidInput());
    if (!shape.byWireName().containsKey("reason")) {
      return new RefusedException(400, "SerializationException", message);
    }
    return make(
        shape, Map.of("message", new Json.Text(message), "reason", new Json.Text("CANNOT_PARSE")));
  }

  /// A caller who may not run the operation.
  RuntimeException denied(String operation, String message) {
    Shape.Struct shape = service.struct("AccessDeniedException");
    Map<String, Json> members = new HashMap<>();
    members.put("message", new Json.Text(message));
    if (shape.byWireName().containsKey("errorCode")) {
      members.put("errorCode", new Json.Text(new InputErrorCodes(service).denied(operation)));
      members.put("canRetry", new Json.Bool(false));
    }
    return make(shape, members);
  }

  /// A failure of ours. The caller learns the request's id, and no more.
  RuntimeException internal(String requestId) {
    String name =
        service.shapes().containsKey("InternalServerException")
            ? "InternalServerException"
            : "InternalException";
    return make(
        service.struct(name),
        Map.of(
            "message", new Json.Text("The request " + requestId + " failed; the log says why."),
            "reason", new Json.Text("OTHER"),
            "canRetry", new Json.Bool(true)));
  }

  private ServiceException make(Shape.Struct shape, Map<String, Json> members) {
    Violations none = new Violations();
    ValueReader reader = new ValueReader(service.types(), ValueReader.Strictness.TYPES_ONLY, none);
    if (reader.read(shape, new Json.Obj(members), Path.ROOT) instanceof ServiceException error) {
      return error;
    }
    throw new IllegalStateException(shape.name() + ": " + none.list());
  }

  private static String message(List<Violation> violations) {
    return "%d validation error%s detected: %s"
        .formatted(violations.size(), violations.size() == 1 ? "" : "s", joined(violations));
  }

  private static String joined(List<Violation> violations) {
    return String.join("; ", violations.stream().map(Violation::message).toList());
  }

  private static Json fields(List<Violation> violations) {
    return new Json.Array(violations.stream().map(ModelErrors::field).toList());
  }

  private static Json field(Violation violation) {
    Map<String, Json> field = new LinkedHashMap<>();
    field.put("name", new Json.Text(violation.path()));
    field.put("message", new Json.Text(violation.message()));
    return new Json.Obj(field);
  }
}
