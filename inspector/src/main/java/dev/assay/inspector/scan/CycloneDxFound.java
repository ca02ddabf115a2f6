package dev.assay.inspector.scan;

import static dev.assay.inspector.scan.CycloneDxAnswer.NAMESPACE;
import static dev.assay.inspector.scan.CycloneDxAnswer.property;

import dev.assay.awsapi.json.Json;
import dev.assay.model.AffectedInstallation;
import dev.assay.model.CvssScore;
import dev.assay.model.EpssScore;
import dev.assay.model.KnownExploited;
import dev.assay.model.Vulnerability;
import dev.assay.report.FindingWords;
import java.util.ArrayList;
import java.util.List;

/// A vulnerability in a CycloneDX answer.
final class CycloneDxFound {
  private CycloneDxFound() {}

  static Json json(ScannedSbom.Found found, String ref) {
    Vulnerability vulnerability = found.vulnerability();
    return new JsonMembers()
        .text("bom-ref", ref)
        .text("id", vulnerability.id())
        .array("references", references(vulnerability))
        .array("ratings", ratings(found))
        .array("cwes", Wording.cwes(vulnerability.cwes()))
        .text("description", FindingWords.description(vulnerability))
        .array(
            "advisories",
            Wording.pages(found).stream()
                .map(url -> new JsonMembers().text("url", url).json())
                .toList())
        .text("created", Wording.instant(vulnerability.published()))
        .text("updated", Wording.instant(vulnerability.modified()))
        .array(
            "affects",
            found.affected().stream()
                .map(one -> new JsonMembers().text("ref", one.installed().evidence()).json())
                .distinct()
                .toList())
        .array("properties", properties(found))
        .json();
  }

  private static List<Json> references(Vulnerability vulnerability) {
    return vulnerability.aliases().stream()
        .map(
            alias ->
                new JsonMembers()
                    .text("id", alias)
                    .object("source", new JsonMembers().text("name", "alias"))
                    .json())
        .toList();
  }

  /// Assay's own rating first: the one that is counted.
  private static List<Json> ratings(ScannedSbom.Found found) {
    List<Json> ratings = new ArrayList<>();
    JsonMembers own =
        new JsonMembers()
            .object("source", new JsonMembers().text("name", "Assay"))
            .text("severity", Wording.severity(found.severity()))
            .text("method", "other");
    if (!found.severityReasons().isEmpty()) {
      own.text("justification", String.join(" ", found.severityReasons()));
    }
    ratings.add(own.json());
    for (CvssScore score : found.vulnerability().cvss()) {
      ratings.add(
          new JsonMembers()
              .object("source", new JsonMembers().text("name", score.scorer()))
              .number("score", score.baseScore())
              .text("severity", Wording.severity(score.severity()))
              .text("method", method(score))
              .text("vector", score.vector())
              .json());
    }
    EpssScore epss = found.vulnerability().epss();
    if (epss != null) {
      ratings.add(
          new JsonMembers()
              .object("source", new JsonMembers().text("name", "EPSS"))
              .number("score", epss.probability())
              .text("severity", "none")
              .text("method", "other")
              .text("vector", "date:" + epss.date())
              .json());
    }
    return ratings;
  }

  private static String method(CvssScore score) {
    return switch (score.version()) {
      case "2.0" -> "CVSSv2";
      case "3.0" -> "CVSSv3";
      case "3.1" -> "CVSSv31";
      case "4.0" -> "CVSSv4";
      default -> "other";
    };
  }

  private static List<Json> properties(ScannedSbom.Found found) {
    List<Json> properties = new ArrayList<>();
    Vulnerability vulnerability = found.vulnerability();
    properties.add(
        property(
            NAMESPACE + "exploit_available",
            Boolean.toString(FindingWords.isExploited(vulnerability))));
    KnownExploited known = vulnerability.knownExploited();
    if (known != null) {
      properties.add(property(NAMESPACE + "cisa_kev_date_added", Wording.instant(known.added())));
      if (known.due() != null) {
        properties.add(property(NAMESPACE + "cisa_kev_date_due", Wording.instant(known.due())));
      }
    }
    for (AffectedInstallation affected : found.affected()) {
      if (affected.fixedVersion() != null) {
        properties.add(
            property(
                NAMESPACE + "fixed_version:" + affected.installed().evidence(),
                affected.fixedVersion()));
      }
    }
    return properties;
  }
}
