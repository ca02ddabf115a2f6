package dev.assay.match;

import dev.assay.model.Advisory;
import dev.assay.model.AdvisoryId;
import dev.assay.model.CvssPreference;
import dev.assay.model.Ecosystem;
import dev.assay.model.Severity;
import dev.assay.model.SourceId;
import dev.assay.model.Vulnerability;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How bad: the package vendor's own word first, for the package, the vulnerability or the
/// bulletin, in that order; else the CVSS score, NVD's before the CNA's before others'; else
/// untriaged.
final class SeverityRule {
  private static final SourceId RED_HAT_CVE = new SourceId("redhat-cve");

  private final AdvisorySource advisories;
  private final Ecosystem ecosystem;

  SeverityRule(AdvisorySource advisories, Ecosystem ecosystem) {
    this.advisories = advisories;
    this.ecosystem = ecosystem;
  }

  record Rated(Severity severity, String reason) {}

  Rated rate(Statement statement, Vulnerability vulnerability) {
    String word = statement.affected().vendorSeverity();
    Severity ofPackage = word(word);
    if (ofPackage != null) {
      return new Rated(
          ofPackage, statement.source() + " rates it \"" + word + "\" for this package");
    }
    if (ecosystem.name().equals("redhat")) {
      Rated rated = ofAdvisory(RED_HAT_CVE, new AdvisoryId(vulnerability.id().value()));
      if (rated != null) {
        return rated;
      }
    }
    Rated rated = ofAdvisory(statement.source(), statement.advisory());
    return rated != null ? rated : byCvss(vulnerability);
  }

  private @Nullable Rated ofAdvisory(SourceId source, AdvisoryId id) {
    Optional<Advisory> advisory = advisories.advisory(source, id);
    String word = advisory.map(Advisory::vendorSeverity).orElse(null);
    Severity severity = word(word);
    return severity == null
        ? null
        : new Rated(severity, source + " rates " + id + " \"" + word + "\"");
  }

  private static Rated byCvss(Vulnerability vulnerability) {
    return CvssPreference.of(vulnerability.cvss())
        .map(
            score ->
                new Rated(
                    score.severity(),
                    "CVSS "
                        + score.version()
                        + " base score "
                        + score.baseScore()
                        + " by "
                        + score.scorer()
                        + "; the vendor gives no rating"))
        .orElseGet(() -> new Rated(Severity.UNTRIAGED, "nobody has rated it"));
  }

  /// The vendors' words on Inspector's scale; null for none and for words that decide nothing,
  /// such as Debian's `not yet assigned`.
  private static @Nullable Severity word(@Nullable String word) {
    if (word == null) {
      return null;
    }
    String plain = word.toLowerCase(Locale.ROOT).replace("*", "").strip();
    return switch (plain) {
      case "critical" -> Severity.CRITICAL;
      case "high", "important" -> Severity.HIGH;
      case "medium", "moderate" -> Severity.MEDIUM;
      case "low" -> Severity.LOW;
      case "negligible", "unimportant", "none", "informational" -> Severity.INFORMATIONAL;
      default -> null;
    };
  }
}
