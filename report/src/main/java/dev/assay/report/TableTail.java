package dev.assay.report;

import dev.assay.model.AffectedInstallation;
import dev.assay.report.TablePen.Tone;
import java.util.stream.Collectors;

/// What a view kept back, so that nothing is hidden in silence.
final class TableTail {
  private final TablePen pen;
  private final View view;

  TableTail(TablePen pen, View view) {
    this.pen = pen;
    this.view = view;
  }

  void draw(ViewedAssessment viewed) {
    if (!viewed.suppressed().isEmpty()) {
      pen.blank();
      pen.cutLine(Tone.HEADING, "SUPPRESSED by the ignore file: " + viewed.suppressed().size());
      viewed.suppressed().forEach(this::suppressed);
    }
    if (viewed.belowSeverity() + viewed.unfixed() > 0) {
      pen.blank();
    }
    if (viewed.belowSeverity() > 0) {
      hidden(viewed.belowSeverity(), "below " + Words.severity(view.least()), "--severity");
    }
    if (viewed.unfixed() > 0) {
      hidden(viewed.unfixed(), "without a fix", "--ignore-unfixed");
    }
  }

  private void suppressed(ViewedAssessment.Suppressed suppressed) {
    String packages =
        suppressed.finding().packages().stream()
            .map(AffectedInstallation::installed)
            .map(installed -> PlainText.line(installed.name()))
            .distinct()
            .collect(Collectors.joining(", "));
    Suppression by = suppressed.by();
    String until = by.expires() == null ? "for good" : "until " + by.expires();
    pen.wrapped(
        Tone.PLAIN,
        "  ",
        4,
        "%s (%s) in %s, %s: %s"
            .formatted(
                PlainText.line(suppressed.finding().vulnerability().id().value()),
                Words.severity(suppressed.finding().severity()),
                packages,
                until,
                PlainText.line(by.reason())));
  }

  private void hidden(int number, String which, String option) {
    pen.wrapped(
        Tone.FAINT,
        "",
        2,
        "%s %s not shown, as %s asked."
            .formatted(
                Words.count(number, Words.VULNERABILITY, Words.VULNERABILITIES), which, option));
  }
}
