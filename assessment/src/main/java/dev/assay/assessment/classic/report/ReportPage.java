package dev.assay.assessment.classic.report;

import dev.assay.assessment.classic.Attribute;
import dev.assay.assessment.classic.evaluation.ClassicSeverity;
import dev.assay.assessment.classic.exclusion.Exclusion;
import dev.assay.assessment.classic.finding.RunFinding;
import dev.assay.assessment.classic.rulespackage.RulesPackage;
import dev.assay.assessment.classic.run.AssessmentRun;
import dev.assay.report.HtmlPen;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A run's report as one page without an outside resource. What was left out comes before what was
/// found, so that nobody reads a short list as a good one.
final class ReportPage {
  private static final List<ClassicSeverity> WORST_FIRST =
      List.of(
          ClassicSeverity.HIGH,
          ClassicSeverity.MEDIUM,
          ClassicSeverity.LOW,
          ClassicSeverity.UNDEFINED,
          ClassicSeverity.INFORMATIONAL);
  private static final String STYLE =
      """
      @page { margin: 18mm 15mm; @bottom-right { content: counter(page); font-size: 8pt; } }
      body { font-family: sans-serif; font-size: 10pt; line-height: 1.4; max-width: 60em; }
      h1 { font-size: 18pt; } h2 { font-size: 13pt; border-bottom: 1px solid #999; }
      h3 { font-size: 10.5pt; margin-bottom: 2pt; }
      table { border-collapse: collapse; width: 100%; }
      th, td { border: 1px solid #ccc; padding: 3pt 5pt; text-align: left; vertical-align: top; }
      p { margin: 3pt 0; } .quiet { color: #555; font-size: 9pt; }
      .finding, .exclusion { page-break-inside: avoid; margin-bottom: 8pt; }
      .high { color: #a00; } .medium { color: #a50; }
      """;

  private final HtmlPen pen = new HtmlPen();
  private final RunReport report;

  private ReportPage(RunReport report) {
    this.report = report;
  }

  /// HTML, for a browser.
  static String html(RunReport report) {
    return new ReportPage(report).draw().page();
  }

  /// XHTML, for a printer.
  static String xhtml(RunReport report) {
    return new ReportPage(report).draw().document();
  }

  private HtmlPen draw() {
    String title = "Assessment report: " + report.run().name();
    pen.open("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml")
        .open("head")
        .selfClosed("meta", "charset", "utf-8")
        .selfClosed(
            "meta",
            "http-equiv",
            "Content-Security-Policy",
            "content",
            "default-src 'none'; style-src 'unsafe-inline'")
        .element("title", title)
        .verbatim("style", STYLE)
        .close("head")
        .newLine()
        .open("body")
        .element("h1", title);
    summary();
    rulesPackages();
    exclusions();
    findings();
    if (report.type() == ReportKey.Type.FULL) {
      hosts();
    }
    return pen.close("body").close("html");
  }

  private void summary() {
    AssessmentRun run = report.run();
    pen.open("table");
    row("Run", run.arn().toString());
    row("State", run.state().name());
    row("Target", report.target());
    row("Template", report.template());
    row("Started", run.createdAt().toString());
    row("Ended", String.valueOf(run.completedAt()));
    row(
        "Findings",
        WORST_FIRST.stream()
            .map(severity -> severity.wireName() + " " + report.counts().getOrDefault(severity, 0L))
            .collect(Collectors.joining(", ")));
    pen.close("table").newLine();
  }

  private void row(String name, String value) {
    pen.open("tr").element("th", name).element("td", value).close("tr");
  }

  private void rulesPackages() {
    pen.element("h2", "Rules packages");
    for (RulesPackage rules : report.run().rulesPackages()) {
      pen.element("h3", rules.title() + " " + rules.version()).element("p", rules.description());
    }
    pen.newLine();
  }

  private void exclusions() {
    pen.element("h2", "Not assessed");
    if (report.exclusions().isEmpty()) {
      pen.element("p", "Every rules package was evaluated on every host of the target.");
    }
    for (Exclusion exclusion : report.exclusions()) {
      pen.open("div", "class", "exclusion")
          .element("h3", exclusion.type().title())
          .element(
              "p",
              exclusion.scopes().stream()
                  .map(Exclusion.Scope::value)
                  .collect(Collectors.joining(", ")),
              "class",
              "quiet")
          .element("p", exclusion.description())
          .element("p", exclusion.type().recommendation())
          .close("div")
          .newLine();
    }
  }

  private void findings() {
    pen.element("h2", "Findings");
    long left = report.findingCount() - report.findings().size();
    if (left > 0) {
      pen.element(
          "p",
          "This report has room for "
              + report.findings().size()
              + " findings; ListFindings names the other "
              + left
              + " too.");
    }
    report.findings().stream()
        .sorted(
            Comparator.comparingInt(finding -> WORST_FIRST.indexOf(finding.content().severity())))
        .forEach(this::finding);
  }

  private void finding(RunFinding finding) {
    String severity = finding.content().severity().wireName();
    pen.open("div", "class", "finding")
        .open("h3")
        .element("span", severity, "class", severity.toLowerCase(Locale.ROOT))
        .text(": " + finding.content().title())
        .close("h3")
        .element(
            "p",
            finding.rulesPackage().title() + " on " + finding.asset().agentId(),
            "class",
            "quiet")
        .element("p", finding.content().description())
        .element("p", finding.content().recommendation());
    if (!finding.content().attributes().isEmpty()) {
      pen.element("p", words(finding.content().attributes()), "class", "quiet");
    }
    pen.close("div").newLine();
  }

  private static String words(List<Attribute> attributes) {
    return attributes.stream()
        .map(attribute -> attribute.key() + " " + attribute.value())
        .collect(Collectors.joining("; "));
  }

  private void hosts() {
    pen.element("h2", "Hosts").open("table").open("tr");
    List.of("Host", "Evaluated", "Evidence").forEach(name -> pen.element("th", name));
    pen.close("tr");
    report
        .agents()
        .forEach(
            agent ->
                pen.open("tr")
                    .element("td", agent.agentId())
                    .element("td", agent.excluded() ? "no: see above" : "yes")
                    .element("td", agent.details())
                    .close("tr"));
    pen.close("table").newLine();
  }
}
