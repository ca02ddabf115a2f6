package dev.assay.report;

import dev.assay.model.AffectedInstallation;
import dev.assay.model.CvssPreference;
import dev.assay.model.CvssScore;
import dev.assay.model.Vulnerability;
import dev.assay.model.VulnerabilityFinding;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is said of a vulnerability finding in so many words, alike in every report and in the
/// service.
public final class FindingWords {
  private FindingWords() {}

  /// `CVE-… - openssl, libssl3 and 2 more`, Inspector's form of a title.
  public static String title(VulnerabilityFinding finding) {
    List<String> names =
        finding.packages().stream()
            .map(affected -> affected.installed().name())
            .distinct()
            .toList();
    int named = Math.min(names.size(), 2);
    String more = names.size() > named ? " and " + (names.size() - named) + " more" : "";
    return finding.vulnerability().id() + " - " + String.join(", ", names.subList(0, named)) + more;
  }

  /// The score to show where there is room for one.
  public static Optional<CvssScore> score(Vulnerability vulnerability) {
    return CvssPreference.of(vulnerability.cvss());
  }

  /// What the sources say, or that they say nothing.
  public static String description(Vulnerability vulnerability) {
    return Stream.of(vulnerability.description(), vulnerability.title())
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("The sources give no description.");
  }

  /// Every distinct sentence on what to do.
  public static String remediation(VulnerabilityFinding finding) {
    return finding.packages().stream()
        .map(AffectedInstallation::remediation)
        .filter(text -> !text.isBlank())
        .distinct()
        .collect(Collectors.joining(" "));
  }

  /// Whether anyone is known to have an exploit for it.
  public static boolean isExploited(Vulnerability vulnerability) {
    return vulnerability.knownExploited() != null || !vulnerability.exploits().isEmpty();
  }

  /// The deciding advisories' pages first.
  public static List<String> references(VulnerabilityFinding finding) {
    Stream<String> advisories =
        finding.packages().stream()
            .flatMap(affected -> affected.evidence().stream())
            .flatMap(evidence -> Stream.ofNullable(evidence.url()));
    return Stream.concat(advisories, finding.vulnerability().references().stream())
        .filter(url -> !url.isBlank())
        .distinct()
        .toList();
  }
}
