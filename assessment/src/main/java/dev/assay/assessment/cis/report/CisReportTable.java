package dev.assay.assessment.cis.report;

import dev.assay.assessment.cis.CheckResult;
import dev.assay.assessment.cis.CisTarget;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// A scan's report as lines of RFC 4180: one for each check of each resource, and one for each
/// resource that was not evaluated, or not to the end, with the reason. A cell that a spreadsheet
/// would take for a formula is made text.
final class CisReportTable {
  private static final List<String> HEADINGS =
      List.of(
          "account",
          "resource",
          "platform",
          "resource_status",
          "check",
          "title",
          "level",
          "status",
          "reason",
          "remediation");

  private final StringBuilder lines = new StringBuilder();

  CisReportTable() {
    line(HEADINGS);
  }

  void add(TestedTarget tested) {
    CisTarget target = tested.target();
    if (target.state() != CisTarget.State.COMPLETED) {
      row(target, "", "", "", "NOT_EVALUATED", why(target), "");
    }
    for (CheckResult result : tested.results()) {
      CheckResult.About about = result.about();
      row(
          target,
          result.rule(),
          Objects.requireNonNullElse(about.title(), ""),
          about.level() == null ? "" : about.level().name(),
          result.outcome(),
          result.statusReason(),
          Objects.requireNonNullElse(about.remediation(), ""));
    }
  }

  private static String why(CisTarget target) {
    return target.state() == CisTarget.State.WAITING
        ? "the scan still waits for its results"
        : target.explanation();
  }

  private void row(
      CisTarget target,
      String check,
      String title,
      String level,
      String status,
      String reason,
      String remediation) {
    line(
        List.of(
            target.tenant().account().value(),
            target.resource(),
            Objects.requireNonNullElse(target.platform(), ""),
            target.state().name(),
            check,
            title,
            level,
            status,
            reason,
            remediation));
  }

  private void line(List<String> cells) {
    lines.append(cells.stream().map(CisReportTable::cell).collect(Collectors.joining(",")));
    lines.append("\r\n");
  }

  private static String cell(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
  }

  String text() {
    return lines.toString();
  }
}
