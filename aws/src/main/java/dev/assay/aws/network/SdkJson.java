package dev.assay.aws.network;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Answers of the SDK as the JSON that the `aws` CLI prints: members by the model's names, what is
/// absent left out.
final class SdkJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private SdkJson() {}

  static byte[] bytes(SdkPojo answer) {
    return written(answer);
  }

  static byte[] map(Map<String, ?> own) {
    return written(own);
  }

  private static byte[] written(Object answer) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      write(json, answer);
    }
    return out.toByteArray();
  }

  static void write(JsonGenerator json, @Nullable Object value) {
    switch (value) {
      case null -> json.writeNull();
      case SdkPojo structure -> structure(json, structure);
      case List<?> list -> {
        json.writeStartArray();
        list.forEach(member -> write(json, member));
        json.writeEndArray();
      }
      case Map<?, ?> map -> {
        json.writeStartObject();
        map.forEach(
            (key, member) -> {
              json.writeName(String.valueOf(key));
              write(json, member);
            });
        json.writeEndObject();
      }
      case Boolean truth -> json.writeBoolean(truth);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Double number -> json.writeNumber(number);
      case Float number -> json.writeNumber(number);
      case Instant moment -> json.writeString(moment.toString());
      default -> json.writeString(value.toString());
    }
  }

  private static void structure(JsonGenerator json, SdkPojo structure) {
    json.writeStartObject();
    for (SdkField<?> field : structure.sdkFields()) {
      Object member = field.getValueOrDefault(structure);
      if (member != null) {
        json.writeName(field.memberName());
        write(json, member);
      }
    }
    json.writeEndObject();
  }
}
