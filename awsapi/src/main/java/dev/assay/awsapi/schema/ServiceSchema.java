package dev.assay.awsapi.schema;

import dev.assay.awsapi.json.Json;
import dev.assay.awsapi.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/// A service.
///
/// @param name what the generated types begin with
/// @param protocol how it is spoken
/// @param signingName the service in a signature's scope
/// @param targetPrefix what precedes the operation's name in `X-Amz-Target`; empty where unused
/// @param invalidInput the error that reports violations
/// @param inputErrorCodes codes of that error by member, where the service has such codes
/// @param operations by name
/// @param shapes by name
/// @param types makes values of the generated types
public record ServiceSchema(
    String name,
    ProtocolName protocol,
    String signingName,
    String targetPrefix,
    String invalidInput,
    Map<String, String> inputErrorCodes,
    Map<String, OperationSchema> operations,
    Map<String, Shape> shapes,
    TypeFactory types) {
  /// The protocols that models name.
  public enum ProtocolName {
    AWS_JSON_1_1,
    REST_JSON_1
  }

  /// The schema that the build wrote for a package of generated types.
  public static ServiceSchema load(String packageName, TypeFactory types) {
    String name = "/dev/assay/awsapi/" + packageName + "/model.json";
    try (InputStream in = ServiceSchema.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the class path lacks " + name);
      }
      return new ModelReader((Json.Obj) JsonReader.read(in.readAllBytes())).service(types);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The operation with this name, which the model has.
  public OperationSchema operation(String operation) {
    OperationSchema schema = operations.get(operation);
    if (schema == null) {
      throw new IllegalArgumentException(name + " has no operation " + operation);
    }
    return schema;
  }

  /// The structure with this name, which the model has.
  public Shape.Struct struct(String shape) {
    if (shapes.get(shape) instanceof Shape.Struct struct) {
      return struct;
    }
    throw new IllegalArgumentException(name + " has no structure " + shape);
  }
}
