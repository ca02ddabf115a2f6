package dev.assay.report;

import dev.assay.model.Inventory;
import dev.assay.model.NotEvaluated;
import dev.assay.model.NotEvaluated.Gap;
import dev.assay.model.Severity;
import dev.assay.model.VulnerabilityFinding;
import dev.assay.model.VulnerabilityFinding.FixAvailability;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// One target of the HTML report: what limits the result, the sum, what to upgrade, the findings.
final class HtmlTarget {
  private final HtmlPen pen;
  private final ScanReport report;

  HtmlTarget(HtmlPen pen, ScanReport report) {
    this.pen = pen;
    this.report = report;
  }

  void draw(ViewedAssessment viewed, String id) {
    Inventory inventory = viewed.assessment().inventory();
    pen.open("section", "class", "target", "id", id);
    pen.element("h2", PlainText.line(inventory.target()));
    pen.element("p", facts(viewed), "class", "quiet");
    endOfLife(viewed);
    notEvaluated(Support.besideTheWarning(viewed, report.at()));
    for (Suppression expired : viewed.expired()) {
      pen.element(
          "p",
          "The ignore file's entry for %s ended on %s and no longer hides it."
              .formatted(expired.vulnerability(), expired.expires()),
          "class",
          "notice");
    }
    summary(viewed);
    upgrades(Upgrade.plan(viewed.shown(), report.order()));
    new HtmlFindings(pen).draw(viewed);
    hidden(viewed);
    pen.close("section").newLine();
  }

  private static String facts(ViewedAssessment viewed) {
    Inventory inventory = viewed.assessment().inventory();
    String judged =
        viewed.assessment().ecosystem() == null || viewed.nothingWasJudged()
            ? ""
            : " · judged as " + viewed.assessment().ecosystem();
    return PlainText.line(Words.system(inventory.os()))
        + " · "
        + PlainText.line(Words.kernel(inventory.kernel()))
        + " · "
        + Words.count(inventory.packages().size(), "package")
        + judged;
  }

  private void endOfLife(ViewedAssessment viewed) {
    String warning = Support.warning(viewed.assessment().life(), report.at());
    if (!warning.isEmpty()) {
      boolean ended = Support.of(viewed.assessment().life(), report.at()) == Support.ENDED;
      pen.open("p", "class", ended ? "notice alarm" : "notice");
      if (ended) {
        pen.element("strong", "End of life. ");
      }
      pen.text(warning);
      if (ended) {
        pen.text(
            " Later vulnerabilities are in no advisory for it: what follows is not all there is.");
      }
      pen.close("p").newLine();
    }
  }

  private void notEvaluated(List<NotEvaluated> gaps) {
    if (gaps.isEmpty()) {
      return;
    }
    boolean whole = gaps.getFirst().gap() == Gap.WHOLE;
    pen.open("details", openIf(whole || gaps.size() <= 5, whole ? "notice alarm" : "notice"));
    pen.open("summary")
        .element("strong", "Not evaluated: " + Words.count(gaps.size(), "item"))
        .text(" (not evaluated is not passed)")
        .close("summary");
    pen.open("ul");
    for (NotEvaluated gap : gaps) {
      pen.open("li");
      pen.element("strong", PlainText.line(gap.what()));
      pen.text(gap.gap() == Gap.WHOLE ? " (whole gap, " : " (");
      pen.text(Words.reason(gap.reason()) + "): " + PlainText.line(gap.why()));
      pen.close("li");
    }
    pen.close("ul").close("details").newLine();
  }

  private static String[] openIf(boolean open, String styleClass) {
    return open
        ? new String[] {"class", styleClass, "open", ""}
        : new String[] {"class", styleClass};
  }

  private void summary(ViewedAssessment viewed) {
    if (viewed.shown().isEmpty()) {
      int packages = viewed.assessment().inventory().packages().size();
      pen.element(
          "p",
          TableHead.emptyState(viewed, Words.count(packages, "package")) + ".",
          "class",
          "empty");
      return;
    }
    List<VulnerabilityFinding> inUse = viewed.inUse();
    SeverityCounts counts = SeverityCounts.of(inUse);
    pen.open("ul", "class", "cards");
    for (Severity severity : SeverityCounts.WORST_FIRST) {
      card(counts.of(severity), Words.severity(severity), "sev-" + Words.severity(severity));
    }
    card(count(inUse, f -> f.fixAvailability() != FixAvailability.NO), "can be mended", "fixable");
    card(
        count(inUse, f -> f.vulnerability().knownExploited() != null),
        "known exploited",
        "exploited");
    card(
        count(inUse, f -> FindingWords.isExploited(f.vulnerability())),
        "with an exploit",
        "exploit");
    pen.close("ul").newLine();
    bar(counts, inUse.size());
    int idle = viewed.idle().size();
    if (idle > 0) {
      pen.element(
          "p",
          "Beside them %d only in kernels that are installed but not running.".formatted(idle),
          "class",
          "quiet");
    }
  }

  private static long count(
      List<VulnerabilityFinding> findings,
      java.util.function.Predicate<VulnerabilityFinding> wanted) {
    return findings.stream().filter(wanted).count();
  }

  private void card(long number, String label, String styleClass) {
    pen.open("li", "class", number == 0 ? styleClass + " none" : styleClass)
        .element("b", Long.toString(number))
        .element("span", label)
        .close("li");
  }

  /// The shares as a drawing: its widths are attributes, since the policy forbids inline style.
  private void bar(SeverityCounts counts, int total) {
    if (total == 0) {
      return;
    }
    pen.open(
        "svg",
        "class",
        "bar",
        "viewBox",
        "0 0 1000 10",
        "preserveAspectRatio",
        "none",
        "role",
        "img",
        "aria-label",
        counts.inWords());
    double from = 0;
    for (Severity severity : SeverityCounts.WORST_FIRST) {
      double width = 1000.0 * counts.of(severity) / total;
      if (width > 0) {
        pen.open(
                "rect",
                "class",
                "sev-" + Words.severity(severity),
                "x",
                String.format(Locale.ROOT, "%.1f", from),
                "width",
                String.format(Locale.ROOT, "%.1f", width),
                "height",
                "10")
            .close("rect");
      }
      from += width;
    }
    pen.close("svg").newLine();
  }

  private void upgrades(List<Upgrade> upgrades) {
    if (upgrades.isEmpty()) {
      return;
    }
    pen.open("details", "open", "", "class", "upgrades");
    pen.open("summary")
        .element("h3", "What to upgrade: " + Words.count(upgrades.size(), "source package"))
        .close("summary");
    pen.open("table").open("thead").open("tr");
    for (String heading :
        List.of("Source package", "Installed", "Upgrade to", "Mends", "Packages")) {
      pen.element("th", heading, "scope", "col");
    }
    pen.close("tr").close("thead").open("tbody");
    for (Upgrade upgrade : upgrades) {
      pen.open("tr")
          .element("th", PlainText.line(upgrade.sourceName()), "scope", "row")
          .element("td", PlainText.line(upgrade.installed()), "class", "version")
          .element("td", PlainText.line(upgrade.to()), "class", "version")
          .element("td", upgrade.mends().inWords())
          .element(
              "td",
              upgrade.packages().stream().map(PlainText::line).collect(Collectors.joining(", ")))
          .close("tr");
    }
    pen.close("tbody").close("table").close("details").newLine();
  }

  private void hidden(ViewedAssessment viewed) {
    if (viewed.belowSeverity() > 0) {
      pen.element(
          "p",
          "%d below %s not shown, as --severity asked."
              .formatted(viewed.belowSeverity(), Words.severity(report.view().least())),
          "class",
          "quiet");
    }
    if (viewed.unfixed() > 0) {
      pen.element(
          "p",
          "%d without a fix not shown, as --ignore-unfixed asked.".formatted(viewed.unfixed()),
          "class",
          "quiet");
    }
  }
}
