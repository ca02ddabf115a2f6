package dev.assay.agent.state;

import dev.assay.awsapi.json.Json;
import dev.assay.awsapi.json.JsonReader;
import dev.assay.awsapi.json.MalformedJsonException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An agent's state as a JSON document of texts.
final class StateDocument {
  private StateDocument() {}

  static byte[] write(AgentState state) {
    Map<String, Json> members = new LinkedHashMap<>();
    put(members, "server", state.server());
    put(members, "region", state.region());
    put(members, "fingerprint", state.fingerprint());
    put(members, "agentId", state.agentId());
    put(members, "resourceId", state.resourceId());
    put(members, "machineId", state.machine().machineId());
    put(members, "productId", state.machine().productId());
    put(members, "instanceId", state.machine().instanceId());
    put(members, "accessKeyId", state.accessKeyId());
    put(members, "secretAccessKey", state.secretAccessKey());
    put(members, "keyIssuedAt", state.keyIssuedAt().toString());
    return new Json.Obj(members).utf8();
  }

  private static void put(Map<String, Json> members, String name, @Nullable String value) {
    if (value != null) {
      members.put(name, new Json.Text(value));
    }
  }

  /// Reads one.
  ///
  /// @throws IllegalArgumentException where it is none
  static AgentState read(byte[] document) {
    try {
      if (JsonReader.read(document) instanceof Json.Obj(var members)) {
        return new AgentState(
            required(members, "server"),
            required(members, "region"),
            optional(members, "fingerprint"),
            required(members, "agentId"),
            required(members, "resourceId"),
            new MachineIdentity(
                required(members, "machineId"),
                optional(members, "productId"),
                optional(members, "instanceId")),
            required(members, "accessKeyId"),
            required(members, "secretAccessKey"),
            Instant.parse(required(members, "keyIssuedAt")));
      }
      throw new IllegalArgumentException("it is no JSON object");
    } catch (MalformedJsonException | DateTimeException malformed) {
      throw new IllegalArgumentException(malformed.getMessage(), malformed);
    }
  }

  private static String required(Map<String, Json> members, String name) {
    String value = optional(members, name);
    if (value == null) {
      throw new IllegalArgumentException("it has no text '" + name + "'");
    }
    return value;
  }

  private static @Nullable String optional(Map<String, Json> members, String name) {
    return members.get(name) instanceof Json.Text(String value) ? value : null;
  }
}
