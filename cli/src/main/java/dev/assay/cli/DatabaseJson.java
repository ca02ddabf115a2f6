package dev.assay.cli;

import dev.assay.model.DatabaseInfo;
import dev.assay.model.Ecosystem;
import dev.assay.model.RejectedRecord;
import dev.assay.model.SourceInfo;
import dev.assay.vulndb.VulnerabilityDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;

/// Says what a database holds, as JSON.
final class DatabaseJson {
  private final VulnerabilityDatabase advisories;

  DatabaseJson(VulnerabilityDatabase advisories) {
    this.advisories = advisories;
  }

  void write(OutputStream out) throws IOException {
    PrettyJson.write(out, this::write);
  }

  private void write(JsonGenerator json) {
    DatabaseInfo info = advisories.info();
    json.writeStartObject();
    json.writeStringProperty("name", info.name());
    json.writeStringProperty("built", info.built().toString());
    json.writeBooleanProperty("starter", info.starter());
    json.writeNumberProperty("vulnerabilities", info.vulnerabilityCount());
    json.writeArrayPropertyStart("sources");
    info.sources().forEach(source -> write(json, source));
    json.writeEndArray();
    json.writeArrayPropertyStart("ecosystems");
    for (Ecosystem ecosystem : new TreeSet<>(advisories.ecosystems())) {
      json.writeStartObject();
      json.writeStringProperty("name", ecosystem.toString());
      json.writeNumberProperty("packages", advisories.packageCount(ecosystem));
      json.writeNumberProperty("statements", advisories.statementCount(ecosystem));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, SourceInfo source) {
    json.writeStartObject();
    json.writeStringProperty("id", source.id().value());
    json.writeStringProperty("title", source.title());
    if (source.snapshotDate() != null) {
      json.writeStringProperty("date", source.snapshotDate().toString());
    }
    json.writeStringProperty("dateFrom", source.dateFrom().name());
    if (source.licence() != null) {
      json.writeStringProperty("licence", source.licence());
    }
    json.writeObjectPropertyStart("counts");
    source.counts().forEach((kind, count) -> json.writeNumberProperty(kind, count));
    json.writeEndObject();
    json.writeNumberProperty("rejected", source.rejectedCount());
    json.writeArrayPropertyStart("rejectedExamples");
    for (RejectedRecord rejected : source.rejectedExamples()) {
      json.writeStartObject();
      json.writeStringProperty("where", rejected.where());
      json.writeStringProperty("why", rejected.why());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
