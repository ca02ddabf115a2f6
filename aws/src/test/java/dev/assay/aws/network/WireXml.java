package dev.assay.aws.network;

import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import tools.jackson.databind.JsonNode;

/// `describe-*` JSON as the XML that the service would answer: by the names that the SDK looks for.
final class WireXml {
  private WireXml() {}

  /// @param shape an empty structure of the answer's type
  static String of(SdkPojo shape, JsonNode json) {
    StringBuilder xml = new StringBuilder();
    for (SdkField<?> field : shape.sdkFields()) {
      JsonNode member = json.get(field.memberName());
      if (member != null && !member.isNull()) {
        element(xml, field.unmarshallLocationName(), field, member);
      }
    }
    return xml.toString();
  }

  private static void element(StringBuilder xml, String name, SdkField<?> field, JsonNode json) {
    xml.append('<').append(name).append('>');
    switch (field.marshallingType().getKnownType()) {
      case LIST -> list(xml, field.getTrait(ListTrait.class), json);
      case SDK_POJO -> xml.append(of(field.constructor().get(), json));
      default -> xml.append(escaped(json.asString()));
    }
    xml.append("</").append(name).append('>');
  }

  private static void list(StringBuilder xml, ListTrait trait, JsonNode members) {
    String name = trait.memberLocationName() == null ? "member" : trait.memberLocationName();
    members.forEach(member -> element(xml, name, trait.memberFieldInfo(), member));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
