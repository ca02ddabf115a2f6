package dev.assay.cli;

import dev.assay.model.Explanation;
import dev.assay.model.InstalledPackage;
import dev.assay.model.Trace;
import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;

/// Explains as JSON.
final class ExplanationJson {
  private final Explained explained;

  ExplanationJson(Explained explained) {
    this.explained = explained;
  }

  void write(OutputStream out) throws IOException {
    PrettyJson.write(
        out,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("resource", explained.inventory().target());
          json.writeStringProperty("vulnerability", explained.vulnerability().value());
          json.writeBooleanProperty("reported", !explained.affected().isEmpty());
          if (explained.explanations().isEmpty()) {
            json.writeStringProperty("notReported", explained.whyNothing());
          }
          json.writeArrayPropertyStart("explanations");
          explained.explanations().forEach(explanation -> write(json, explanation));
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static void write(JsonGenerator json, Explanation explanation) {
    InstalledPackage installed = explanation.installed();
    json.writeStartObject();
    json.writeStringProperty("package", installed.name());
    json.writeStringProperty("version", installed.version());
    json.writeObjectPropertyStart("sourcePackage");
    json.writeStringProperty("name", installed.sourceName());
    json.writeStringProperty("version", installed.sourceVersion());
    json.writeEndObject();
    json.writeObjectPropertyStart("advisory");
    json.writeStringProperty("source", explanation.advisory().source().value());
    json.writeStringProperty("id", explanation.advisory().id().value());
    if (explanation.advisory().url() != null) {
      json.writeStringProperty("url", explanation.advisory().url());
    }
    json.writeEndObject();
    json.writeObjectPropertyStart("statement");
    StatementJson.write(json, explanation.statement());
    json.writeEndObject();
    json.writeStringProperty("outcome", explanation.trace().outcome().name());
    json.writeArrayPropertyStart("steps");
    for (Trace.Step step : explanation.trace().steps()) {
      json.writeStartObject();
      json.writeStringProperty("rule", step.rule());
      json.writeStringProperty("text", step.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
