package dev.assay.scap.output;

import dev.assay.scap.evaluation.BenchmarkResult;
import dev.assay.scap.evaluation.RuleResult;
import dev.assay.scap.evaluation.Waiver;
import dev.assay.scap.xccdf.Rule;
import java.io.OutputStream;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/// Writes a result as SARIF 2.1.0: every rule a reporting descriptor and a result of its kind, the
/// failed ones with a level. A waiver that holds is an accepted suppression.
public final class SarifResultWriter implements ResultWriter {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  @Override
  public void write(BenchmarkResult result, String resource, OutputStream out) {
    try (JsonGenerator json = PrettyJson.over(out)) {
      json.writeStartObject();
      json.writeStringProperty("$schema", SCHEMA);
      json.writeStringProperty("version", "2.1.0");
      json.writeArrayPropertyStart("runs");
      json.writeStartObject();
      List<Rule> rules = result.rules().stream().map(RuleResult::rule).distinct().toList();
      tool(rules, json);
      json.writeArrayPropertyStart("results");
      int index = -1;
      for (RuleResult each : result.rules()) {
        // In the rules' order: several results of one rule follow each other.
        if (index < 0 || !rules.get(index).equals(each.rule())) {
          index++;
        }
        result(result, each, index, resource, json);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void tool(List<Rule> rules, JsonGenerator json) {
    json.writeObjectPropertyStart("tool");
    json.writeObjectPropertyStart("driver");
    json.writeStringProperty("name", "Assay");
    json.writeArrayPropertyStart("rules");
    for (Rule rule : rules) {
      json.writeStartObject();
      json.writeStringProperty("id", rule.id());
      text("shortDescription", rule.title(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void result(
      BenchmarkResult all, RuleResult rule, int index, String resource, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("ruleId", rule.rule().id());
    json.writeNumberProperty("ruleIndex", index);
    json.writeStringProperty("kind", kind(rule));
    json.writeStringProperty("level", level(rule));
    text("message", message(rule), json);
    json.writeArrayPropertyStart("locations");
    json.writeStartObject();
    json.writeArrayPropertyStart("logicalLocations");
    json.writeStartObject();
    json.writeStringProperty("fullyQualifiedName", resource);
    json.writeStringProperty("kind", "resource");
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    Waiver waiver = rule.waiver();
    if (waiver != null && waiver.holdsOn(all.day())) {
      json.writeArrayPropertyStart("suppressions");
      json.writeStartObject();
      json.writeStringProperty("kind", "external");
      json.writeStringProperty("status", "accepted");
      json.writeStringProperty("justification", waiver.sentence(all.day()));
      json.writeEndObject();
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static String kind(RuleResult rule) {
    return switch (rule.status()) {
      case PASS, FIXED -> "pass";
      case FAIL -> "fail";
      case ERROR, UNKNOWN -> "open";
      case NOTAPPLICABLE, NOTSELECTED -> "notApplicable";
      case NOTCHECKED -> "review";
      case INFORMATIONAL -> "informational";
    };
  }

  /// What is no failure has no level.
  private static String level(RuleResult rule) {
    if (!kind(rule).equals("fail")) {
      return "none";
    }
    return switch (rule.severity()) {
      case "high" -> "error";
      case "medium" -> "warning";
      default -> "note";
    };
  }

  private static String message(RuleResult rule) {
    String title = rule.rule().title() + ": " + rule.status().word() + ".";
    return rule.reason().isEmpty() ? title : title + " " + rule.reason();
  }

  private static void text(String name, String text, JsonGenerator json) {
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("text", text);
    json.writeEndObject();
  }
}
