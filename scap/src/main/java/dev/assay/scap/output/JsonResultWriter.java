package dev.assay.scap.output;

import dev.assay.scap.evaluation.BenchmarkResult;
import dev.assay.scap.evaluation.RuleResult;
import dev.assay.scap.evaluation.Scores;
import dev.assay.scap.xccdf.Rule;
import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// Writes a result as JSON: `results[]` with rule, status, reason, evidence and the controls of
/// the frameworks that the rule serves.
public final class JsonResultWriter implements ResultWriter {
  @Override
  public void write(BenchmarkResult result, String resource, OutputStream out) {
    ObjectWriteContext context =
        new ObjectWriteContext.Base() {
          @Override
          public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter();
          }

          @Override
          public boolean hasPrettyPrinter() {
            return true;
          }
        };
    try (JsonGenerator json = new JsonFactory().createGenerator(context, out)) {
      json.writeStartObject();
      json.writeStringProperty("resource", resource);
      json.writeObjectPropertyStart("benchmark");
      json.writeStringProperty("id", result.benchmark().id());
      json.writeStringProperty("title", result.benchmark().title());
      json.writeStringProperty("version", result.benchmark().version());
      json.writeStringProperty("profile", result.profile());
      json.writeEndObject();
      json.writeArrayPropertyStart("results");
      result.rules().forEach(rule -> rule(rule, resource, json));
      json.writeEndArray();
      scores(result.scores(), json);
      json.writeEndObject();
    }
  }

  private static void rule(RuleResult result, String resource, JsonGenerator json) {
    Rule rule = result.rule();
    json.writeStartObject();
    json.writeStringProperty("rule", rule.id());
    json.writeStringProperty("title", rule.title());
    json.writeStringProperty("status", result.status().word());
    json.writeStringProperty("severity", result.severity());
    json.writeStringProperty("resource", resource);
    if (!result.reason().isEmpty()) {
      json.writeStringProperty("reason", result.reason());
    }
    json.writeArrayPropertyStart("controls");
    for (Rule.Reference reference : rule.references()) {
      json.writeStartObject();
      json.writeStringProperty("framework", reference.href());
      json.writeStringProperty("control", reference.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeName("evidence");
    Evidence.write(result.evidence(), json);
    json.writeEndObject();
  }

  private static void scores(Scores scores, JsonGenerator json) {
    json.writeNumberProperty("score", scores.standard());
    json.writeObjectPropertyStart("scores");
    json.writeNumberProperty("default", scores.standard());
    json.writeNumberProperty("flat", scores.flat());
    json.writeNumberProperty("flatMaximum", scores.flatMaximum());
    json.writeNumberProperty("flatUnweighted", scores.unweighted());
    json.writeNumberProperty("flatUnweightedMaximum", scores.counted());
    json.writeNumberProperty("absolute", scores.absolute() ? 1 : 0);
    json.writeEndObject();
  }
}
