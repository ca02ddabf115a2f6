package dev.assay.feeds.epss;

import dev.assay.feeds.MalformedRecordException;
import dev.assay.feeds.json.JsonValue;
import dev.assay.feeds.rows.CveNames;
import dev.assay.feeds.rows.Days;
import dev.assay.model.EpssScore;
import dev.assay.model.VulnerabilityId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Scores inside a VulnerableCode record: a severity with `scoring_system: epss` whose elements
/// are the percentile.
final class VulnerableCode {
  private VulnerableCode() {}

  static List<EpssScore> scores(JsonValue document) {
    List<VulnerabilityId> cves =
        document.texts("aliases").stream()
            .map(CveNames::parseLenient)
            .flatMap(Optional::stream)
            .toList();
    return document.elements("severities").stream()
        .filter(severity -> "epss".equals(severity.optionalText("scoring_system")))
        .flatMap(severity -> score(severity, cves))
        .toList();
  }

  private static Stream<EpssScore> score(JsonValue severity, List<VulnerabilityId> cves) {
    double probability = severity.number("score");
    Double percentile = severity.optionalNumber("scoring_elements");
    requireFraction(severity, probability);
    requireFraction(severity, percentile);
    return about(severity, cves)
        .map(
            cve ->
                new EpssScore(
                    cve, probability, percentile, Days.parse(severity.text("published_at"))));
  }

  /// The vulnerability whose score was asked for, else the record's only one.
  private static Stream<VulnerabilityId> about(JsonValue severity, List<VulnerabilityId> cves) {
    String url = severity.textOrEmpty("url");
    Optional<VulnerabilityId> asked =
        CveNames.parseLenient(url.substring(url.lastIndexOf('=') + 1));
    if (asked.isEmpty() && cves.size() != 1) {
      throw severity.malformed("does not say which CVE it scores");
    }
    return asked.isPresent() ? asked.stream() : cves.stream();
  }

  private static void requireFraction(JsonValue severity, @Nullable Double number) {
    if (number != null && !(number >= 0.0 && number <= 1.0)) {
      throw new MalformedRecordException(
          severity.path() + " is not a number from 0 to 1: " + number);
    }
  }
}
