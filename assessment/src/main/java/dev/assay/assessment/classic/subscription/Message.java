package dev.assay.assessment.classic.subscription;

import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.classic.rulespackage.RulesPackage;
import dev.assay.assessment.tenant.Region;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// What a topic is told: a flat JSON object of texts with the keys that consumers of Classic's
/// messages read. AWS published no schema of it; `time` is ours.
final class Message {
  private static final JsonFactory JSON = new JsonFactory();

  private Message() {}

  static String subscribed(Notification notification) {
    Map<String, String> keys = common(notification);
    keys.put("event", "ENABLE_ASSESSMENT_NOTIFICATIONS");
    return json(keys);
  }

  /// @param counts how many findings each rules package of an ended run has
  static String run(Notification notification, Map<RulesPackage, Long> counts) {
    Map<String, String> keys = common(notification);
    if (notification.newState() != null) {
      keys.put("newstate", notification.newState());
    }
    if (notification.event() == InspectorEvent.ASSESSMENT_RUN_COMPLETED) {
      Region region = notification.about().owner().region();
      keys.put(
          "findingsCount",
          counts.entrySet().stream()
              .map(count -> count.getKey().arn(region) + "=" + count.getValue())
              .collect(Collectors.joining(", ", "{", "}")));
    }
    return json(keys);
  }

  static String finding(Notification notification, ClassicArn finding) {
    Map<String, String> keys = common(notification);
    keys.put("finding", finding.toString());
    return json(keys);
  }

  private static Map<String, String> common(Notification notification) {
    ClassicArn about = notification.about();
    ClassicArn template = about.kind() == ClassicArn.Kind.RUN ? about.parent() : about;
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("template", template.toString());
    keys.put("target", template.parent().toString());
    if (about.kind() == ClassicArn.Kind.RUN) {
      keys.put("run", about.toString());
    }
    keys.put("event", notification.event().name());
    keys.put("time", notification.at().toString());
    return keys;
  }

  private static String json(Map<String, String> keys) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      keys.forEach(json::writeStringProperty);
      json.writeEndObject();
    }
    return text.toString();
  }
}
