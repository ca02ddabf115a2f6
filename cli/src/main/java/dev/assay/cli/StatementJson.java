package dev.assay.cli;

import dev.assay.model.AffectedPackage;
import dev.assay.model.VersionRange;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Writes the parts of advisories that several documents show, as properties of the object at
/// hand. What is absent or empty is left out.
final class StatementJson {
  private StatementJson() {}

  static void write(JsonGenerator json, AffectedPackage affected) {
    text(json, "ecosystem", affected.ecosystem());
    text(json, "repository", affected.repository());
    text(json, "name", affected.name());
    text(json, "naming", affected.naming());
    text(json, "status", affected.status());
    json.writeArrayPropertyStart("ranges");
    for (VersionRange range : affected.ranges()) {
      json.writeStartObject();
      text(json, "introduced", range.introduced());
      text(json, "fixed", range.fixed());
      text(json, "lastAffected", range.lastAffected());
      json.writeEndObject();
    }
    json.writeEndArray();
    text(json, "vendorSeverity", affected.vendorSeverity());
    text(json, "module", affected.module());
    text(json, "note", affected.note());
  }

  static void text(JsonGenerator json, String name, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      json.writeStringProperty(name, value.toString());
    }
  }

  static void texts(JsonGenerator json, String name, Collection<?> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(value -> json.writeString(value.toString()));
    json.writeEndArray();
  }
}
