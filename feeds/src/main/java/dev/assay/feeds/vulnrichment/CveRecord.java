package dev.assay.feeds.vulnrichment;

import dev.assay.feeds.DisputedText;
import dev.assay.feeds.json.JsonValue;
import dev.assay.feeds.rows.CveNames;
import dev.assay.model.Advisory;
import dev.assay.model.AdvisoryId;
import dev.assay.model.SsvcDecision;
import dev.assay.model.VulnerabilityId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One CVE record: its metadata, the container of the CNA that assigned it and those of others
/// that added to it (ADP).
final class CveRecord {
  private static final int MOST_REFERENCES = 200;

  private final JsonValue metadata;
  private final VulnerabilityId id;
  private final JsonValue cna;
  private final List<Container> containers = new ArrayList<>();
  private final Rejections rejections;

  CveRecord(JsonValue document, Rejections rejections) {
    this.rejections = rejections;
    metadata = document.member("cveMetadata");
    id = CveNames.parse(metadata.text("cveId"));
    JsonValue all = document.member("containers");
    cna = all.member("cna");
    containers.add(new Container(cna, assigner()));
    for (JsonValue added : all.elements("adp")) {
      containers.add(new Container(added, "ADP"));
    }
  }

  private String assigner() {
    String name = metadata.optionalText("assignerShortName");
    return name == null ? "CNA" : name;
  }

  Advisory advisory() {
    String description = description();
    return new Advisory(
        VulnrichmentImporter.SOURCE,
        new AdvisoryId(id.value()),
        Advisory.Kind.VULNERABILITY,
        List.of(id),
        List.of(),
        Texts.oneLine(cna.textOrEmpty("title")),
        description,
        null,
        containers.stream().flatMap(container -> container.scores(rejections)).distinct().toList(),
        containers.stream().flatMap(Container::weaknesses).distinct().toList(),
        references(),
        metadata.optionalInstant("datePublished"),
        metadata.optionalInstant("dateUpdated"),
        withdrawn(),
        containers.stream().anyMatch(Container::disputed) || DisputedText.isDisputed(description),
        List.of());
  }

  /// CISA's newest decision.
  Optional<SsvcDecision> decision() {
    return containers.stream()
        .flatMap(Container::decisions)
        .reduce(Decision::newer)
        .flatMap(decision -> decision.of(id, rejections));
  }

  private String description() {
    String description = Texts.english(cna.elements("descriptions"));
    return description.isEmpty() ? Texts.english(cna.elements("rejectedReasons")) : description;
  }

  private List<String> references() {
    Set<String> urls = new LinkedHashSet<>();
    urls.add("https://www.cve.org/CVERecord?id=" + id);
    containers.stream().flatMap(Container::references).limit(MOST_REFERENCES).forEach(urls::add);
    return List.copyOf(urls);
  }

  private @Nullable Instant withdrawn() {
    if (!"REJECTED".equals(metadata.optionalText("state"))) {
      return null;
    }
    Instant rejected = metadata.optionalInstant("dateRejected");
    Instant updated = rejected == null ? metadata.optionalInstant("dateUpdated") : rejected;
    return updated == null ? Instant.EPOCH : updated;
  }
}
