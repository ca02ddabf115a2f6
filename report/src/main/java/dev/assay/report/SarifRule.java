package dev.assay.report;

import dev.assay.model.CvssScore;
import dev.assay.model.Vulnerability;
import dev.assay.model.VulnerabilityFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A vulnerability as a SARIF rule (`reportingDescriptor`), with help to read in a code review.
final class SarifRule {
  private SarifRule() {}

  static void write(JsonOutput json, VulnerabilityFinding finding) {
    Vulnerability vulnerability = finding.vulnerability();
    List<String> references = FindingWords.references(finding);
    json.member("id", vulnerability.id());
    String title = Words.title(vulnerability);
    json.object(
        "shortDescription",
        text -> text.member("text", title.isEmpty() ? vulnerability.id().value() : title));
    json.object(
        "fullDescription", text -> text.member("text", FindingWords.description(vulnerability)));
    if (!references.isEmpty() && UriPath.isWebAddress(references.getFirst())) {
      json.member("helpUri", references.getFirst());
    }
    json.object(
        "help",
        help -> {
          help.member("text", String.join("\n", help(finding, references)));
          help.member("markdown", String.join("\n\n", markdown(finding, references)));
        });
    json.object(
        "defaultConfiguration",
        configuration -> configuration.member("level", SarifWriter.level(finding.severity())));
    json.object("properties", properties -> properties(properties, finding));
  }

  private static List<String> help(VulnerabilityFinding finding, List<String> references) {
    List<String> help = new ArrayList<>();
    help.add("Severity: " + Words.severity(finding.severity()));
    finding.vulnerability().cvss().forEach(score -> help.add(scored(score)));
    var known = finding.vulnerability().knownExploited();
    if (known != null) {
      help.add("Known to be exploited since " + known.added() + " (CISA KEV)");
    }
    String remediation = FindingWords.remediation(finding);
    if (!remediation.isEmpty()) {
      help.add("Remediation: " + remediation);
    }
    references.stream().limit(10).forEach(url -> help.add("See " + url));
    return help;
  }

  private static List<String> markdown(VulnerabilityFinding finding, List<String> references) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "**"
            + Markdown.escape(finding.vulnerability().id().value())
            + "** "
            + Markdown.escape(Words.title(finding.vulnerability())));
    for (String line : help(finding, List.of())) {
      lines.add(Markdown.escape(line));
    }
    references.stream()
        .filter(UriPath::isWebAddress)
        .limit(10)
        .forEach(url -> lines.add("- <" + url + ">"));
    return lines;
  }

  private static String scored(CvssScore score) {
    return String.format(
        Locale.ROOT,
        "CVSS %s by %s: %.1f (%s)",
        score.version(),
        score.scorer(),
        score.baseScore(),
        score.vector());
  }

  private static void properties(JsonOutput json, VulnerabilityFinding finding) {
    FindingWords.score(finding.vulnerability())
        .ifPresent(
            score ->
                json.member(
                    "security-severity", String.format(Locale.ROOT, "%.1f", score.baseScore())));
    json.member("severity", finding.severity());
    List<String> tags = new ArrayList<>(List.of("security", "vulnerability"));
    tags.add(Words.severity(finding.severity()));
    finding.vulnerability().cwes().stream()
        .map(cwe -> "external/cwe/" + cwe.toLowerCase(Locale.ROOT))
        .forEach(tags::add);
    json.texts("tags", tags.stream().distinct().toList());
  }
}
