package dev.assay.scap.output;

import dev.assay.scap.evaluation.BenchmarkResult;
import dev.assay.scap.evaluation.Drift;
import dev.assay.scap.evaluation.RuleResult;
import dev.assay.scap.evaluation.Scores;
import dev.assay.scap.evaluation.Waiver;
import dev.assay.scap.xccdf.Rule;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import tools.jackson.core.JsonGenerator;

/// Writes a result as JSON: `results[]` with rule, status, reason, evidence and the controls of
/// the frameworks that the rule serves.
public final class JsonResultWriter implements ResultWriter {
  @Override
  public void write(BenchmarkResult result, String resource, OutputStream out) {
    try (JsonGenerator json = PrettyJson.over(out)) {
      json.writeStartObject();
      json.writeStringProperty("resource", resource);
      json.writeStringProperty("evaluatedAt", Instant.ofEpochSecond(result.time()).toString());
      json.writeObjectPropertyStart("benchmark");
      json.writeStringProperty("id", result.benchmark().id());
      json.writeStringProperty("title", result.benchmark().title());
      json.writeStringProperty("version", result.benchmark().version());
      json.writeStringProperty("profile", result.profile());
      json.writeEndObject();
      json.writeArrayPropertyStart("results");
      result.rules().forEach(rule -> rule(rule, resource, result.day(), json));
      json.writeEndArray();
      compliance(result, json);
      drift(result, json);
      scores(result.scores(), json);
      json.writeEndObject();
    }
  }

  private static void rule(RuleResult result, String resource, LocalDate day, JsonGenerator json) {
    Rule rule = result.rule();
    json.writeStartObject();
    json.writeStringProperty("rule", rule.id());
    if (!result.definition().isEmpty()) {
      json.writeStringProperty("definition", result.definition());
    }
    json.writeStringProperty("title", rule.title());
    json.writeStringProperty("status", result.status().word());
    json.writeStringProperty("severity", result.severity());
    json.writeStringProperty("resource", resource);
    if (!result.reason().isEmpty()) {
      json.writeStringProperty("reason", result.reason());
    }
    Waiver waiver = result.waiver();
    if (waiver != null) {
      json.writeObjectPropertyStart("waiver");
      json.writeStringProperty("reason", waiver.reason());
      json.writeStringProperty("expires", waiver.expires().toString());
      json.writeBooleanProperty("holds", waiver.holdsOn(day));
      json.writeEndObject();
    }
    json.writeArrayPropertyStart("controls");
    for (Rule.Reference reference : rule.references()) {
      json.writeStartObject();
      json.writeStringProperty("framework", Frameworks.name(reference.href()));
      json.writeStringProperty("source", reference.href());
      json.writeStringProperty("control", reference.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeName("evidence");
    Evidence.write(result.evidence(), json);
    json.writeEndObject();
  }

  private static void compliance(BenchmarkResult result, JsonGenerator json) {
    json.writeArrayPropertyStart("compliance");
    for (Compliance each : Compliance.of(result.rules())) {
      json.writeStartObject();
      json.writeStringProperty("framework", each.framework());
      json.writeNumberProperty("passed", each.passed());
      json.writeNumberProperty("failed", each.failed());
      json.writeNumberProperty("open", each.open());
      json.writeNumberProperty("notApplicable", each.notApplicable());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void drift(BenchmarkResult result, JsonGenerator json) {
    json.writeArrayPropertyStart("drift");
    for (Drift each : result.drift()) {
      json.writeStartObject();
      json.writeStringProperty("rule", each.rule());
      json.writeStringProperty("before", each.before());
      json.writeStringProperty("now", each.after());
      json.writeEndObject();
    }
    json.writeEndArray();
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
