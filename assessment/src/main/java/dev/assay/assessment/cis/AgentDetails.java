package dev.assay.assessment.cis;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// What an agent adds to a rule's status. The API leaves its form open; ours is a JSON object whose
/// members `title`, `description`, `remediation`, `level` and `reason` are texts, all of them
/// optional. Any other form is kept and says nothing.
final class AgentDetails {
  private static final JsonFactory JSON = new JsonFactory();

  private final Map<String, String> members;

  private AgentDetails(Map<String, String> members) {
    this.members = members;
  }

  static AgentDetails read(byte[] details) {
    Map<String, String> members = new HashMap<>();
    String text = new String(details, StandardCharsets.UTF_8);
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return new AgentDetails(Map.of());
      }
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        if (json.nextToken() == JsonToken.VALUE_STRING) {
          members.put(name, json.getString());
        } else {
          json.skipChildren();
        }
      }
      return new AgentDetails(members);
    } catch (JacksonException otherForm) {
      return new AgentDetails(Map.of());
    }
  }

  CheckResult.About about() {
    String level = members.getOrDefault("level", "");
    return new CheckResult.About(
        members.get("title"),
        members.get("description"),
        members.get("remediation"),
        level.equals("LEVEL_1") || level.equals("LEVEL_2") ? CisLevel.valueOf(level) : null);
  }

  String reason() {
    return members.getOrDefault("reason", "");
  }
}
