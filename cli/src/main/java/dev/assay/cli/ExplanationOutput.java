package dev.assay.cli;

import dev.assay.match.VulnerabilityMatcher;
import dev.assay.model.Ecosystem;
import dev.assay.model.Explanation;
import dev.assay.model.InstalledPackage;
import dev.assay.model.Inventory;
import dev.assay.model.OperatingSystem;
import dev.assay.model.Trace;
import dev.assay.model.VulnerabilityId;
import dev.assay.vulndb.PackageName;
import dev.assay.vulndb.VulnerabilityDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Writes explanations, for people or as JSON.
final class ExplanationOutput {
  private final Inventory inventory;
  private final VulnerabilityId vulnerability;
  private final @Nullable String packageName;
  private final List<Explanation> explanations;
  private final VulnerabilityDatabase advisories;

  ExplanationOutput(
      Inventory inventory,
      VulnerabilityId vulnerability,
      @Nullable String packageName,
      List<Explanation> explanations,
      VulnerabilityDatabase advisories) {
    this.inventory = inventory;
    this.vulnerability = vulnerability;
    this.packageName = packageName;
    this.explanations = explanations;
    this.advisories = advisories;
  }

  /// Whether there are advisories that can judge the target at all.
  boolean isJudged() {
    Ecosystem ecosystem = ecosystem();
    return ecosystem != null && advisories.ecosystems().contains(ecosystem);
  }

  private @Nullable Ecosystem ecosystem() {
    OperatingSystem os = inventory.os();
    return os == null ? null : VulnerabilityMatcher.ecosystem(os);
  }

  void text(OutputStream stream) {
    PrintWriter out = new PrintWriter(stream, false, StandardCharsets.UTF_8);
    if (explanations.isEmpty()) {
      out.println(vulnerability + " is not reported: " + whyNothing());
    }
    Map<InstalledPackage, Integer> numbers = new LinkedHashMap<>();
    for (Explanation explanation : explanations) {
      if (numbers.putIfAbsent(explanation.installed(), numbers.size()) == null) {
        out.println(title(explanation.installed()));
      }
      out.println("  " + words(explanation.trace().outcome()));
      for (Trace.Step step : explanation.trace().steps()) {
        out.println("    - " + printable(step.text()));
      }
      if (explanation.advisory().url() != null) {
        out.println("    see " + printable(explanation.advisory().url()));
      }
    }
    out.flush();
  }

  private static String title(InstalledPackage installed) {
    String built =
        installed.sourceName().equals(installed.name())
                && installed.sourceVersion().equals(installed.version())
            ? ""
            : ", built from " + installed.sourceName() + " " + installed.sourceVersion();
    return printable(installed.name() + " " + installed.version() + built);
  }

  private static String words(Trace.Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// Control characters from package databases and advisories must not reach a terminal.
  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "�");
  }

  private String whyNothing() {
    Ecosystem ecosystem = ecosystem();
    if (ecosystem == null) {
      return "the operating system could not be identified, so nothing was evaluated";
    }
    if (!advisories.ecosystems().contains(ecosystem)) {
      return "the database has no advisories for " + ecosystem + ", so nothing was evaluated";
    }
    String of = packageName == null ? "any installed package" : packageName;
    List<PackageName> elsewhere =
        advisories.packages(vulnerability).stream()
            .filter(name -> name.ecosystem().equals(ecosystem))
            .toList();
    if (elsewhere.isEmpty()) {
      return "no advisory for "
          + ecosystem
          + " names it"
          + (advisories.vulnerability(vulnerability).isPresent()
              ? "; other sources of the database know it"
              : " and no source of the database knows it");
    }
    return "no advisory that names it is about "
        + of
        + "; for "
        + ecosystem
        + " it is known in "
        + String.join(", ", elsewhere.stream().map(PackageName::name).limit(10).toList());
  }

  void json(OutputStream out) throws IOException {
    PrettyJson.write(
        out,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("resource", inventory.target());
          json.writeStringProperty("vulnerability", vulnerability.value());
          if (explanations.isEmpty()) {
            json.writeStringProperty("notReported", whyNothing());
          }
          json.writeArrayPropertyStart("explanations");
          explanations.forEach(explanation -> write(json, explanation));
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
