package dev.assay.inspector.scan;

import dev.assay.awsapi.json.Json;
import java.util.stream.Collectors;

/// JSON for people to read, in golden files.
final class PrettyJson {
  private PrettyJson() {}

  static String of(Json json) {
    return lines(json, "") + "\n";
  }

  private static String lines(Json json, String indent) {
    String inner = indent + "  ";
    return switch (json) {
      case Json.Obj(var members) ->
          members.entrySet().stream()
              .map(one -> inner + "\"" + one.getKey() + "\" : " + lines(one.getValue(), inner))
              .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
      case Json.Array(var items) ->
          items.stream()
              .map(one -> inner + lines(one, inner))
              .collect(Collectors.joining(",\n", "[\n", "\n" + indent + "]"));
      case Json.Text _, Json.Num _, Json.Bool _, Json.Null _ ->
          new String(json.utf8(), java.nio.charset.StandardCharsets.UTF_8);
    };
  }
}
