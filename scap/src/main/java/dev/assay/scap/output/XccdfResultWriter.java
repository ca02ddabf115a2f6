package dev.assay.scap.output;

import dev.assay.scap.evaluation.BenchmarkResult;
import dev.assay.scap.evaluation.RuleResult;
import dev.assay.scap.evaluation.Scores;
import dev.assay.scap.evaluation.Waiver;
import dev.assay.scap.xccdf.CheckReference;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// Writes a result as an XCCDF 1.2 TestResult. The evidence of a rule is its message; a waiver is
/// an override whose remark has the reason, and which leaves the result as it is.
public final class XccdfResultWriter implements ResultWriter {
  private static final String NAMESPACE = "http://checklists.nist.gov/xccdf/1.2";
  private static final int LONGEST_MESSAGE = 20_000;

  @Override
  public void write(BenchmarkResult result, String resource, OutputStream out) throws IOException {
    out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".getBytes(StandardCharsets.UTF_8));
    XmlPen pen = new XmlPen();
    testResult(result, resource, "", name -> Optional.empty(), pen, out);
    out.write(pen.taken().getBytes(StandardCharsets.UTF_8));
  }

  /// @param href where the benchmark is; empty where that is not said
  /// @param results where the results of a definition are, by its name; empty where nowhere
  static void testResult(
      BenchmarkResult result,
      String resource,
      String href,
      Function<String, Optional<String>> results,
      XmlPen pen,
      OutputStream out)
      throws IOException {
    String time = Instant.ofEpochSecond(result.time()).toString();
    pen.open(
        "TestResult",
        "xmlns",
        NAMESPACE,
        "id",
        "xccdf_dev.assay_testresult_" + result.profile().replaceAll("[^A-Za-z0-9._-]", "_"),
        "start-time",
        time,
        "end-time",
        time,
        "version",
        result.benchmark().version(),
        "test-system",
        "cpe:/a:assay:assay");
    pen.leaf(
        "benchmark",
        "",
        "href",
        href.isEmpty() ? "#" + result.benchmark().id() : href,
        "id",
        result.benchmark().id());
    pen.leaf("title", result.benchmark().title());
    pen.leaf("profile", "", "idref", result.profile());
    pen.leaf("target", resource);
    for (RuleResult rule : result.rules()) {
      rule(result, rule, time, results, pen);
      out.write(pen.taken().getBytes(StandardCharsets.UTF_8));
    }
    scores(result.scores(), pen);
    pen.close();
  }

  private static void rule(
      BenchmarkResult all,
      RuleResult result,
      String time,
      Function<String, Optional<String>> results,
      XmlPen pen) {
    pen.open(
        "rule-result",
        "idref",
        result.rule().id(),
        "role",
        result.role(),
        "severity",
        result.severity(),
        "time",
        time,
        "weight",
        String.format(Locale.ROOT, "%.6f", result.weight()));
    String status = result.status().word();
    pen.leaf("result", status);
    Waiver waiver = result.waiver();
    if (waiver != null) {
      pen.open("override", "time", time, "authority", "the operator's tailoring");
      pen.leaf("old-result", status).leaf("new-result", status);
      pen.leaf("remark", waiver.sentence(all.day()));
      pen.close();
    }
    if (!result.reason().isEmpty()) {
      pen.leaf("message", result.reason(), "severity", "warning");
    }
    String evidence = EvidenceText.of(result.evidence());
    if (!evidence.isEmpty()) {
      pen.leaf(
          "message",
          evidence.substring(0, Math.min(evidence.length(), LONGEST_MESSAGE)),
          "severity",
          "info");
    }
    result.rule().checks().stream()
        .filter(check -> check.selector().isEmpty() && !check.contents().isEmpty())
        .findFirst()
        .ifPresent(check -> check(check, result.definition(), results, pen));
    pen.close();
  }

  private static void check(
      CheckReference.Simple check,
      String definition,
      Function<String, Optional<String>> results,
      XmlPen pen) {
    if (definition.isEmpty()) {
      pen.open("check", "system", check.system());
    } else {
      pen.open("check", "system", check.system(), "multi-check", "true");
    }
    check
        .exports()
        .forEach(
            (variable, value) ->
                pen.leaf("check-export", "", "value-id", value, "export-name", variable));
    CheckReference.Content content = check.contents().getFirst();
    String name = definition.isEmpty() ? content.name() : definition;
    if (name.isEmpty()) {
      pen.leaf("check-content-ref", "", "href", content.href());
    } else {
      String href = results.apply(name).orElse(content.href());
      pen.leaf("check-content-ref", "", "name", name, "href", href);
    }
    pen.close();
  }

  private static void scores(Scores scores, XmlPen pen) {
    score("default", scores.standard(), 100, pen);
    score("flat", scores.flat(), scores.flatMaximum(), pen);
    score("flat-unweighted", scores.unweighted(), scores.counted(), pen);
    score("absolute", scores.absolute() ? 1 : 0, 1, pen);
  }

  private static void score(String model, double score, double maximum, XmlPen pen) {
    pen.leaf(
        "score",
        String.format(Locale.ROOT, "%.6f", score),
        "system",
        "urn:xccdf:scoring:" + model,
        "maximum",
        String.format(Locale.ROOT, "%.6f", maximum));
  }
}
