package dev.assay.inspector.scan;

import dev.assay.awsapi.json.Json;
import dev.assay.model.AdvisoryReference;
import dev.assay.model.AffectedInstallation;
import dev.assay.model.CvssScore;
import dev.assay.model.EpssScore;
import dev.assay.model.KnownExploited;
import dev.assay.model.NotEvaluated;
import dev.assay.model.Sbom;
import dev.assay.model.Vulnerability;
import dev.assay.report.FindingWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The answer in Inspector's own form. What was not evaluated is among its `messages`.
final class InspectorAnswer {
  private final ScannedSbom scanned;
  private final Map<String, Sbom.Entry> entries;

  InspectorAnswer(ScannedSbom scanned) {
    this.scanned = scanned;
    this.entries =
        scanned.sbom().entries().stream()
            .collect(Collectors.toMap(Sbom.Entry::ref, Function.identity()));
  }

  Json json() {
    JsonMembers counts = new JsonMembers();
    scanned.counts().forEach(counts::number);
    int found = scanned.found().size();
    return new JsonMembers()
        .text(
            "status",
            "SBOM parsed successfully, "
                + found
                + (found == 1 ? " vulnerability found" : " vulnerabilities found"))
        .array("messages", messages())
        .object("vulnerability_count", counts)
        .array("vulnerabilities", scanned.found().stream().map(this::vulnerability).toList())
        .json();
  }

  private List<Json> messages() {
    List<Json> messages = new ArrayList<>();
    for (Sbom.Entry entry : scanned.sbom().entries()) {
      NotEvaluated gap = scanned.skipped().get(entry.ref());
      if (gap != null) {
        messages.add(
            new JsonMembers()
                .text("name", entry.name())
                .text("purl", entry.purl())
                .text("info", Wording.skipped(gap))
                .json());
      }
    }
    for (NotEvaluated gap : scanned.gaps()) {
      messages.add(
          new JsonMembers()
              .text("name", gap.what())
              .text("info", "Not evaluated: " + gap.why() + ".")
              .json());
    }
    return messages;
  }

  private Json vulnerability(ScannedSbom.Found found) {
    Vulnerability vulnerability = found.vulnerability();
    return new JsonMembers()
        .text("id", vulnerability.id())
        .text("severity", Wording.severity(found.severity()))
        .text("source", source(found))
        .array("related", vulnerability.aliases().stream().map(InspectorAnswer::text).toList())
        .text("description", FindingWords.description(vulnerability))
        .array("references", Wording.pages(found).stream().map(InspectorAnswer::text).toList())
        .text("created", Wording.instant(vulnerability.published()))
        .text("updated", Wording.instant(vulnerability.modified()))
        .object("properties", properties(vulnerability))
        .array("affects", found.affected().stream().map(this::affected).toList())
        .json();
  }

  private static @Nullable String source(ScannedSbom.Found found) {
    return found.affected().getFirst().evidence().stream()
        .findFirst()
        .map(AdvisoryReference::url)
        .orElse(null);
  }

  private static JsonMembers properties(Vulnerability vulnerability) {
    KnownExploited known = vulnerability.knownExploited();
    EpssScore epss = vulnerability.epss();
    JsonMembers properties = new JsonMembers();
    if (known != null) {
      properties
          .text("cisa_kev_date_added", Wording.instant(known.added()))
          .text("cisa_kev_date_due", Wording.instant(known.due()));
    }
    properties
        .array("cwes", Wording.cwes(vulnerability.cwes()))
        .array("cvss", cvss(vulnerability.cvss()));
    if (epss != null) {
      properties.number("epss", epss.probability());
    }
    return properties.bool("exploit_available", FindingWords.isExploited(vulnerability));
  }

  /// One object for each scorer, its scores of all versions in it.
  private static List<Json> cvss(List<CvssScore> scores) {
    Map<String, JsonMembers> scorers = new LinkedHashMap<>();
    for (CvssScore score : scores) {
      String version = "cvss" + score.version().charAt(0) + "_base_";
      scorers
          .computeIfAbsent(
              score.scorer(),
              name ->
                  new JsonMembers()
                      .text("source", name)
                      .text("severity", Wording.severity(score.severity())))
          .number(version + "score", score.baseScore())
          .text(version + "vector", score.vector());
    }
    return scorers.values().stream().map(JsonMembers::json).toList();
  }

  private Json affected(AffectedInstallation affected) {
    Sbom.Entry entry = entries.get(affected.installed().evidence());
    return new JsonMembers()
        .text("installed_version", entry == null ? null : entry.purl())
        .text("fixed_version", affected.fixedVersion())
        .text("path", entry == null ? null : entry.path())
        .json();
  }

  private static Json text(Object value) {
    return new Json.Text(value.toString());
  }
}
