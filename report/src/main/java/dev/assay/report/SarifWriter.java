package dev.assay.report;

import dev.assay.model.AffectedInstallation;
import dev.assay.model.InstalledPackage;
import dev.assay.model.NotEvaluated;
import dev.assay.model.Severity;
import dev.assay.model.VulnerabilityFinding;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// SARIF 2.1.0: a run for each target; a rule for each vulnerability; a result for each
/// vulnerability and installed package, at the package database that names the package.
final class SarifWriter implements ReportWriter {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
  private static final String ROOT = "ROOT";

  @Override
  public void write(ScanReport report, OutputStream out) throws IOException {
    JsonOutput.document(
        out,
        json ->
            json.object(
                log -> {
                  log.member("$schema", SCHEMA);
                  log.member("version", "2.1.0");
                  log.objects("runs", report.viewed(), (run, viewed) -> run(run, report, viewed));
                }));
    out.flush();
  }

  private static void run(JsonOutput json, ScanReport report, ViewedAssessment viewed) {
    Map<String, VulnerabilityFinding> rules = rules(viewed);
    List<String> ids = List.copyOf(rules.keySet());
    Map<String, Integer> indexes = new LinkedHashMap<>();
    ids.forEach(id -> indexes.put(id, indexes.size()));
    json.object("tool", tool -> tool(tool, report, viewed, rules));
    json.objects(
        "invocations",
        List.of(viewed),
        (invocation, v) -> {
          boolean whole =
              v.notEvaluated().stream().anyMatch(gap -> gap.gap() == NotEvaluated.Gap.WHOLE);
          invocation.member("executionSuccessful", !whole);
          invocation.member("endTimeUtc", report.at());
          invocation.objects(
              "toolExecutionNotifications", v.notEvaluated(), SarifWriter::notification);
        });
    json.object(
        "automationDetails",
        details ->
            details.member("id", "assay/" + v(viewed.assessment().inventory().target()) + "/"));
    json.object(
        "originalUriBaseIds",
        bases ->
            bases.object(
                ROOT,
                base ->
                    base.object(
                        "description",
                        d ->
                            d.member(
                                "text",
                                "The root of " + viewed.assessment().inventory().target()))));
    json.member("columnKind", "utf16CodeUnits");
    json.array("results", results -> results(results, viewed, indexes));
  }

  private static String v(String target) {
    return target.replace('/', '_');
  }

  /// The vulnerabilities of shown and suppressed findings, each once.
  private static Map<String, VulnerabilityFinding> rules(ViewedAssessment viewed) {
    Map<String, VulnerabilityFinding> rules = new LinkedHashMap<>();
    viewed.shown().forEach(f -> rules.putIfAbsent(f.vulnerability().id().value(), f));
    viewed
        .suppressed()
        .forEach(s -> rules.putIfAbsent(s.finding().vulnerability().id().value(), s.finding()));
    return rules;
  }

  private static void tool(
      JsonOutput json,
      ScanReport report,
      ViewedAssessment viewed,
      Map<String, VulnerabilityFinding> rules) {
    json.object(
        "driver",
        driver -> {
          driver.member("name", "Assay");
          driver.member("version", report.toolVersion());
          driver.objects("rules", rules.values(), SarifRule::write);
          driver.objects(
              "notifications",
              viewed.notEvaluated().stream().map(NotEvaluated::reason).distinct().toList(),
              (descriptor, reason) -> {
                descriptor.member("id", reason);
                descriptor.object(
                    "shortDescription",
                    text -> text.member("text", "Not evaluated: " + Words.reason(reason)));
              });
        });
  }

  private static void notification(JsonOutput json, NotEvaluated gap) {
    json.object("descriptor", descriptor -> descriptor.member("id", gap.reason()));
    json.member("level", gap.gap() == NotEvaluated.Gap.WHOLE ? "error" : "warning");
    json.object(
        "message",
        message -> message.member("text", "Not evaluated: " + gap.what() + ": " + gap.why()));
  }

  private static void results(
      JsonOutput json, ViewedAssessment viewed, Map<String, Integer> indexes) {
    for (VulnerabilityFinding finding : viewed.shown()) {
      finding.packages().forEach(p -> json.object(r -> result(r, finding, p, indexes, null)));
    }
    for (ViewedAssessment.Suppressed one : viewed.suppressed()) {
      one.finding()
          .packages()
          .forEach(p -> json.object(r -> result(r, one.finding(), p, indexes, one.by())));
    }
  }

  private static void result(
      JsonOutput json,
      VulnerabilityFinding finding,
      AffectedInstallation affected,
      Map<String, Integer> indexes,
      @Nullable Suppression suppression) {
    String id = finding.vulnerability().id().value();
    InstalledPackage installed = affected.installed();
    json.member("ruleId", id);
    json.member("ruleIndex", (long) indexes.getOrDefault(id, -1));
    json.member("kind", "fail");
    json.member("level", level(finding.severity()));
    json.object("message", message -> message.member("text", message(finding, affected)));
    json.objects("locations", List.of(installed), SarifWriter::location);
    json.object(
        "partialFingerprints",
        prints ->
            prints.member(
                "assayFinding/v1",
                Fingerprint.of(
                        id, installed.type().name(), installed.name(), installed.architecture())
                    .hex()));
    if (suppression != null) {
      json.objects("suppressions", List.of(suppression), SarifWriter::suppression);
    }
    json.object("properties", properties -> properties(properties, finding, affected));
  }

  static String level(Severity severity) {
    return switch (severity) {
      case CRITICAL, HIGH -> "error";
      case MEDIUM -> "warning";
      case LOW, INFORMATIONAL, UNTRIAGED -> "note";
    };
  }

  private static String message(VulnerabilityFinding finding, AffectedInstallation affected) {
    InstalledPackage installed = affected.installed();
    String use =
        affected.use() == AffectedInstallation.Use.NOT_RUNNING ? " (installed, not running)" : "";
    return "%s %s%s has %s (%s): %s. %s"
        .formatted(
            installed.name(),
            installed.version(),
            use,
            finding.vulnerability().id(),
            Words.severity(finding.severity()),
            Words.status(affected),
            affected.remediation())
        .strip();
  }

  private static void location(JsonOutput json, InstalledPackage installed) {
    json.object(
        "physicalLocation",
        physical -> {
          physical.object(
              "artifactLocation",
              artifact -> {
                artifact.member("uri", UriPath.encode(installed.evidence()));
                artifact.member("uriBaseId", ROOT);
              });
          physical.object("region", region -> region.member("startLine", 1));
        });
    json.objects(
        "logicalLocations",
        List.of(installed),
        (logical, one) -> {
          logical.member("name", one.name());
          logical.member("fullyQualifiedName", one.name() + "@" + one.version());
          logical.member("kind", "package");
        });
  }

  private static void suppression(JsonOutput json, Suppression suppression) {
    json.member("kind", "external");
    json.member("status", "accepted");
    String until = suppression.expires() == null ? "" : " (until " + suppression.expires() + ")";
    json.member("justification", suppression.reason() + until);
  }

  private static void properties(
      JsonOutput json, VulnerabilityFinding finding, AffectedInstallation affected) {
    json.member("severity", finding.severity());
    json.member("installedVersion", affected.installed().version());
    json.member("fixedVersion", affected.fixedVersion());
    json.member("vendorStatus", affected.status());
    json.member("vendorSeverity", affected.vendorSeverity());
    json.member("sourcePackage", affected.installed().sourceName());
    json.member("use", affected.use());
    json.texts("explanation", affected.trace().steps().stream().map(step -> step.text()).toList());
  }
}
