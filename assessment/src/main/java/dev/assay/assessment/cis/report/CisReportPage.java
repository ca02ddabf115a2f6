package dev.assay.assessment.cis.report;

import dev.assay.assessment.cis.CheckResult;
import dev.assay.assessment.cis.CisScan;
import dev.assay.assessment.cis.CisTarget;
import dev.assay.report.HtmlPen;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A scan's report for print. What was not evaluated comes before what was, so that nobody reads a
/// short list as a good one.
final class CisReportPage {
  private static final int MOST_ROWS = 3_000;
  private static final int LONGEST_REASON = 1_500;
  private static final List<String> WORST_FIRST = List.of("FAILED", "SKIPPED", "PASSED");
  private static final String STYLE =
      """
      @page { size: A4 landscape; margin: 15mm;
        @bottom-right { content: counter(page); font-size: 8pt; } }
      body { font-family: sans-serif; font-size: 9pt; line-height: 1.35; }
      h1 { font-size: 17pt; } h2 { font-size: 12pt; border-bottom: 1px solid #999; }
      table { border-collapse: collapse; width: 100%; table-layout: fixed;
        -fs-table-paginate: paginate; }
      th, td { border: 1px solid #ccc; padding: 2pt 4pt; text-align: left; vertical-align: top;
        word-wrap: break-word; }
      tr { page-break-inside: avoid; } .quiet { color: #555; }
      .FAILED { color: #a00; } .SKIPPED { color: #a50; } .status { width: 16mm; }
      .reason { white-space: pre-wrap; }
      """;

  private final HtmlPen pen = new HtmlPen();
  private final CisScan scan;
  private final List<TestedTarget> targets = new ArrayList<>();
  private int rows;

  CisReportPage(CisScan scan) {
    this.scan = scan;
  }

  void add(TestedTarget tested) {
    targets.add(tested);
  }

  String xhtml() {
    String title = "CIS scan: " + scan.name();
    pen.open("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml")
        .open("head")
        .selfClosed("meta", "charset", "utf-8")
        .element("title", title)
        .verbatim("style", STYLE)
        .close("head")
        .open("body")
        .element("h1", title)
        .element(
            "p",
            scan.level()
                + ", "
                + scan.status()
                + ", begun "
                + scan.startedAt().truncatedTo(ChronoUnit.SECONDS))
        .element("p", scan.arn(), "class", "quiet");
    if (!scan.explanation().isEmpty()) {
      pen.element("p", "Why: " + scan.explanation() + ".", "class", "FAILED");
    }
    gaps();
    summary();
    targets.forEach(this::results);
    if (rows > MOST_ROWS) {
      pen.element(
          "p",
          "Of " + rows + " results the first " + MOST_ROWS + " are printed; the CSV has them all.",
          "class",
          "FAILED");
    }
    return pen.close("body").close("html").document();
  }

  private void gaps() {
    List<CisTarget> without =
        targets.stream()
            .map(TestedTarget::target)
            .filter(target -> target.state() != CisTarget.State.COMPLETED)
            .toList();
    if (without.isEmpty()) {
      return;
    }
    pen.element("h2", "Not evaluated, or not to the end");
    pen.open("ul");
    for (CisTarget target : without) {
      pen.element("li", name(target) + ": " + target.state() + " " + target.explanation());
    }
    pen.close("ul");
  }

  private void summary() {
    pen.element("h2", "Resources").open("table").open("thead").open("tr");
    List.of("Resource", "Platform", "Failed", "Skipped", "Passed")
        .forEach(heading -> pen.element("th", heading));
    pen.close("tr").close("thead").open("tbody");
    for (TestedTarget tested : targets) {
      pen.open("tr")
          .element("td", name(tested.target()))
          .element("td", Objects.requireNonNullElse(tested.target().platform(), "unknown"));
      WORST_FIRST.forEach(
          outcome -> pen.element("td", String.valueOf(tested.count(outcome)), "class", outcome));
      pen.close("tr");
    }
    pen.close("tbody").close("table");
  }

  private void results(TestedTarget tested) {
    if (tested.results().isEmpty()) {
      return;
    }
    pen.element("h2", name(tested.target())).open("table").open("thead").open("tr");
    pen.element("th", "Status", "class", "status").element("th", "Check").element("th", "Reason");
    pen.close("tr").close("thead").open("tbody");
    for (String outcome : WORST_FIRST) {
      tested.results().stream()
          .filter(result -> result.outcome().equals(outcome))
          .forEach(this::row);
    }
    pen.close("tbody").close("table");
  }

  private void row(CheckResult result) {
    rows++;
    if (rows > MOST_ROWS) {
      return;
    }
    String outcome = result.outcome();
    String title = result.about().title();
    pen.open("tr")
        .element("td", outcome, "class", outcome + " status")
        .element("td", title == null ? result.rule() : title + " (" + result.rule() + ")")
        .element(
            "td",
            outcome.equals("PASSED") ? "" : shortened(result.statusReason()),
            "class",
            "reason")
        .close("tr");
  }

  private static String shortened(String reason) {
    return reason.length() > LONGEST_REASON
        ? reason.substring(0, LONGEST_REASON) + " … (the CSV has it whole)"
        : reason;
  }

  private static String name(CisTarget target) {
    return target.resource() + " in " + target.tenant().account();
  }
}
