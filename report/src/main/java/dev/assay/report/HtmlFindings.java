package dev.assay.report;

import dev.assay.model.AffectedInstallation;
import dev.assay.model.CvssScore;
import dev.assay.model.Severity;
import dev.assay.model.Vulnerability;
import dev.assay.model.VulnerabilityFinding;
import dev.assay.model.VulnerabilityFinding.FixAvailability;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The findings of a target: a row for each that opens to everything known of it. The script
/// reads the `data-` attributes to sort and filter; without it the worst come first.
final class HtmlFindings {
  private static final List<String> SORTS =
      List.of("severity", "vulnerability", "package", "fix", "cvss", "epss");

  private final HtmlPen pen;
  private final HtmlDetail detail;

  HtmlFindings(HtmlPen pen) {
    this.pen = pen;
    this.detail = new HtmlDetail(pen);
  }

  void draw(ViewedAssessment viewed) {
    if (!viewed.inUse().isEmpty()) {
      pen.open("div", "class", "findings");
      pen.element(
          "h3", Words.count(viewed.inUse().size(), Words.VULNERABILITY, Words.VULNERABILITIES));
      list(viewed.inUse());
      pen.close("div").newLine();
    }
    if (!viewed.idle().isEmpty()) {
      pen.open("details", "class", "idle");
      pen.open("summary")
          .element(
              "h3",
              Words.count(viewed.idle().size(), Words.VULNERABILITY, Words.VULNERABILITIES)
                  + " only in kernels that are installed but not running")
          .close("summary");
      pen.open("div", "class", "findings");
      list(viewed.idle());
      pen.close("div").close("details").newLine();
    }
    if (!viewed.suppressed().isEmpty()) {
      pen.open("div", "class", "findings suppressed");
      pen.element("h3", viewed.suppressed().size() + " suppressed by the ignore file");
      viewed.suppressed().forEach(one -> row(one.finding(), one.by()));
      pen.close("div").newLine();
    }
  }

  private void list(List<VulnerabilityFinding> findings) {
    controls();
    headings();
    findings.forEach(finding -> row(finding, null));
  }

  /// Hidden until the script, without which they do nothing, shows them.
  private void controls() {
    pen.open("div", "class", "controls", "hidden", "");
    pen.empty(
        "input",
        "type",
        "search",
        "placeholder",
        "Filter by name, package, text",
        "aria-label",
        "Filter");
    pen.open("select", "aria-label", "Least severity");
    pen.element("option", "every severity", "value", "0");
    for (Severity severity :
        List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW)) {
      String words = Words.severity(severity) + (severity == Severity.CRITICAL ? "" : " or worse");
      pen.element("option", words, "value", rank(severity));
    }
    pen.close("select");
    checkbox("fixable", "with a fix");
    checkbox("exploited", "exploited");
    pen.element("output", "", "aria-live", "polite");
    pen.close("div").newLine();
  }

  private void checkbox(String name, String label) {
    pen.open("label")
        .empty("input", "type", "checkbox", "name", name)
        .text(" " + label)
        .close("label");
  }

  private void headings() {
    pen.open("div", "class", "row headings");
    List<String> labels =
        List.of("Severity", "Vulnerability", "Packages", "Status", "CVSS", "EPSS");
    for (int i = 0; i < SORTS.size(); i++) {
      boolean number = SORTS.get(i).equals("cvss") || SORTS.get(i).equals("epss");
      pen.element(
          "span", labels.get(i), "data-sort", SORTS.get(i), "class", number ? "number" : "word");
    }
    pen.element("span", "Title");
    pen.close("div").newLine();
  }

  private void row(VulnerabilityFinding finding, @Nullable Suppression suppression) {
    Vulnerability vulnerability = finding.vulnerability();
    boolean fixable = finding.fixAvailability() != FixAvailability.NO;
    pen.open(
        "details",
        "class",
        "finding",
        "data-severity",
        rank(finding.severity()),
        "data-vulnerability",
        PlainText.line(vulnerability.id().value()),
        "data-package",
        packages(finding),
        "data-fix",
        fixable ? "1" : "0",
        "data-exploited",
        FindingWords.isExploited(vulnerability) ? "1" : "0",
        "data-cvss",
        cvss(vulnerability),
        "data-epss",
        vulnerability.epss() == null ? "" : Double.toString(vulnerability.epss().probability()));
    pen.open("summary", "class", "row");
    String severity = Words.severity(finding.severity());
    pen.open("span").element("span", severity, "class", "badge sev-" + severity).close("span");
    pen.open("span", "class", "id").text(PlainText.line(vulnerability.id().value()));
    marks(vulnerability);
    pen.close("span");
    pen.element("span", packages(finding), "class", "packages");
    pen.element("span", status(finding), "class", fixable ? "version fix" : "quiet");
    pen.element("span", cvss(vulnerability), "class", "number");
    pen.element("span", epss(vulnerability), "class", "number");
    pen.element("span", Words.title(vulnerability), "class", "title");
    pen.close("summary");
    detail.draw(finding, suppression);
    pen.close("details").newLine();
  }

  /// For the script: a greater number is worse.
  private static String rank(Severity severity) {
    return Integer.toString(
        SeverityCounts.WORST_FIRST.size() - SeverityCounts.WORST_FIRST.indexOf(severity));
  }

  private void marks(Vulnerability vulnerability) {
    if (vulnerability.knownExploited() != null) {
      pen.text(" ").element("span", "KEV", "class", "mark", "title", "known to be exploited");
    } else if (!vulnerability.exploits().isEmpty()) {
      pen.text(" ").element("span", "exploit", "class", "mark", "title", "an exploit is public");
    }
    if (vulnerability.disputed()) {
      pen.text(" ").element("span", "disputed", "class", "mark plain");
    }
  }

  private static String packages(VulnerabilityFinding finding) {
    List<String> names =
        finding.packages().stream()
            .map(affected -> PlainText.line(affected.installed().name()))
            .distinct()
            .toList();
    int named = Math.min(names.size(), 3);
    String more = names.size() > named ? " +" + (names.size() - named) : "";
    return String.join(", ", names.subList(0, named)) + more;
  }

  private static String status(VulnerabilityFinding finding) {
    String words =
        finding.packages().stream()
            .sorted((a, b) -> Boolean.compare(b.fixedVersion() != null, a.fixedVersion() != null))
            .map(Words::status)
            .map(PlainText::line)
            .distinct()
            .limit(2)
            .collect(Collectors.joining("; "));
    boolean running =
        finding.packages().stream().anyMatch(p -> p.use() == AffectedInstallation.Use.INSTALLED);
    return running ? words : words + " (not running)";
  }

  private static String cvss(Vulnerability vulnerability) {
    return FindingWords.score(vulnerability)
        .map(CvssScore::baseScore)
        .map(score -> String.format(Locale.ROOT, "%.1f", score))
        .orElse("");
  }

  private static String epss(Vulnerability vulnerability) {
    return vulnerability.epss() == null
        ? ""
        : String.format(Locale.ROOT, "%.1f%%", vulnerability.epss().probability() * 100);
  }
}
