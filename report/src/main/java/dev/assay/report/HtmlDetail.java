package dev.assay.report;

import dev.assay.model.AdvisoryReference;
import dev.assay.model.AffectedInstallation;
import dev.assay.model.CvssScore;
import dev.assay.model.InstalledPackage;
import dev.assay.model.KnownExploited;
import dev.assay.model.SsvcDecision;
import dev.assay.model.Vulnerability;
import dev.assay.model.VulnerabilityFinding;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a finding's row opens to: what it is, what to do, why it is reported, and where to read
/// on.
final class HtmlDetail {
  private static final int REFERENCES = 8;

  private final HtmlPen pen;

  HtmlDetail(HtmlPen pen) {
    this.pen = pen;
  }

  void draw(VulnerabilityFinding finding, @Nullable Suppression suppression) {
    Vulnerability vulnerability = finding.vulnerability();
    pen.open("div", "class", "detail");
    if (suppression != null) {
      String until = suppression.expires() == null ? "" : " (until " + suppression.expires() + ")";
      fact("Suppressed", suppression.reason() + until);
    }
    pen.element("p", FindingWords.description(vulnerability), "class", "description");
    String remediation = FindingWords.remediation(finding);
    if (!remediation.isEmpty()) {
      fact("What to do", remediation);
    }
    facts(finding);
    scores(vulnerability.cvss());
    pen.element("h4", "Why it is reported");
    finding.packages().forEach(this::installed);
    references(finding);
    pen.close("div");
  }

  private void facts(VulnerabilityFinding finding) {
    Vulnerability vulnerability = finding.vulnerability();
    fact("Severity", String.join(" ", finding.severityReasons()));
    fact("Also known as", joined(vulnerability.aliases()));
    fact("Weakness", joined(vulnerability.cwes()));
    if (vulnerability.published() != null) {
      fact(
          "Published",
          DateTimeFormatter.ISO_LOCAL_DATE
              .withZone(ZoneOffset.UTC)
              .format(vulnerability.published()));
    }
    if (vulnerability.disputed()) {
      fact("Disputed", "The sources say that this vulnerability is disputed.");
    }
    KnownExploited known = vulnerability.knownExploited();
    if (known != null) {
      fact("Known exploited", known(known));
    }
    fact(
        "Public exploits",
        vulnerability.exploits().stream()
            .map(exploit -> exploit.source() + " " + exploit.reference())
            .collect(Collectors.joining(", ")));
    SsvcDecision ssvc = vulnerability.ssvc();
    if (ssvc != null) {
      fact(
          "SSVC",
          "exploitation %s, automatable %s, technical impact %s"
              .formatted(ssvc.exploitation(), ssvc.automatable(), ssvc.technicalImpact()));
    }
  }

  private static String known(KnownExploited known) {
    return "in CISA's catalogue since %s%s%s. %s"
        .formatted(
            known.added(),
            known.due() == null ? "" : ", to be mended by " + known.due(),
            known.ransomware() ? ", used by ransomware" : "",
            known.requiredAction());
  }

  private static String joined(List<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(", "));
  }

  private void fact(String name, String text) {
    if (!text.isBlank()) {
      pen.open("p", "class", "fact").element("strong", name).element("span", text).close("p");
    }
  }

  private void scores(List<CvssScore> scores) {
    if (scores.isEmpty()) {
      return;
    }
    pen.open("table").open("tbody");
    for (CvssScore score : scores) {
      pen.open("tr")
          .element("th", "CVSS " + score.version(), "scope", "row")
          .element("td", String.format(Locale.ROOT, "%.1f", score.baseScore()), "class", "number")
          .element("td", score.scorer())
          .element("td", score.vector(), "class", "version")
          .close("tr");
    }
    pen.close("tbody").close("table");
  }

  private void installed(AffectedInstallation affected) {
    InstalledPackage installed = affected.installed();
    boolean running = affected.use() == AffectedInstallation.Use.INSTALLED;
    pen.open("div", "class", "package");
    pen.open("p")
        .element("strong", installed.name())
        .text(" ")
        .element("span", installed.version(), "class", "version")
        .text(" " + installed.architecture() + ": " + Words.status(affected))
        .text(running ? "" : ", installed, not running")
        .close("p");
    pen.open("ol");
    affected.trace().steps().forEach(step -> pen.element("li", step.text()));
    pen.close("ol");
    if (!affected.evidence().isEmpty()) {
      pen.open("p", "class", "quiet").text("By");
      affected.evidence().forEach(this::advisory);
      pen.text(", read from ").element("code", installed.evidence()).close("p");
    }
    pen.close("div");
  }

  private void advisory(AdvisoryReference advisory) {
    String name = advisory.source() + " " + advisory.id();
    pen.text(" ");
    if (advisory.url() == null || !UriPath.isWebAddress(advisory.url())) {
      pen.text(name);
    } else {
      link(advisory.url(), name);
    }
  }

  private void references(VulnerabilityFinding finding) {
    List<String> references =
        FindingWords.references(finding).stream().filter(UriPath::isWebAddress).toList();
    if (references.isEmpty()) {
      return;
    }
    pen.element("h4", "Read on");
    pen.open("ul");
    for (String url : references.subList(0, Math.min(REFERENCES, references.size()))) {
      pen.open("li");
      link(url, url);
      pen.close("li");
    }
    if (references.size() > REFERENCES) {
      pen.element("li", "and " + (references.size() - REFERENCES) + " more, in the JSON report");
    }
    pen.close("ul");
  }

  private void link(String url, String text) {
    pen.element("a", text, "href", url, "rel", "noopener noreferrer");
  }
}
