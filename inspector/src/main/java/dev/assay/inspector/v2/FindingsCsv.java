package dev.assay.inspector.v2;

import dev.assay.assessment.finding.FindingContent;
import dev.assay.assessment.finding.StoredFinding;
import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.resource.ResourceDetails;
import dev.assay.model.AdvisoryReference;
import dev.assay.model.AffectedInstallation;
import dev.assay.model.CvssScore;
import dev.assay.model.EpssScore;
import dev.assay.model.KnownExploited;
import dev.assay.model.Vulnerability;
import dev.assay.model.VulnerabilityFinding;
import dev.assay.report.CsvLine;
import dev.assay.report.FindingWords;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Findings as CSV: one line each, in columns by Inspector's names. Where a finding has several
/// packages a cell has a part for each, in the same order, separated by commas; `N/A` where a
/// package has none.
final class FindingsCsv {
  private final Instant asOf;
  private final Map<String, Function<StoredFinding, @Nullable Object>> columns =
      new LinkedHashMap<>();

  /// @param asOf the moment by which findings have an age
  FindingsCsv(Instant asOf) {
    this.asOf = asOf;
    identity();
    resource();
    packages();
    vulnerability();
  }

  byte[] headings() {
    return bytes(new ArrayList<>(columns.keySet()));
  }

  byte[] line(StoredFinding finding) {
    return bytes(
        columns.values().stream()
            .map(column -> column.apply(finding))
            .map(value -> value == null ? "" : value.toString())
            .toList());
  }

  private static byte[] bytes(List<String> cells) {
    StringBuilder line = new StringBuilder();
    CsvLine.append(line, cells);
    return line.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void identity() {
    columns.put("AWS Account Id", one -> one.resource().key().tenant().account());
    columns.put("Severity", one -> content(one).severity());
    columns.put("Fix Available", one -> content(one).fixAvailability());
    columns.put("Finding Type", one -> one.key().type());
    columns.put("Title", one -> FindingWords.title(content(one)));
    columns.put("Description", one -> FindingWords.description(content(one).vulnerability()));
    columns.put("Finding ARN", StoredFinding::arn);
    columns.put("First Seen", StoredFinding::firstObservedAt);
    columns.put("Last Seen", StoredFinding::lastObservedAt);
    columns.put("Last Updated", StoredFinding::updatedAt);
    columns.put("Age (Days)", one -> Duration.between(one.firstObservedAt(), asOf).toDays());
    columns.put("Status", StoredFinding::status);
  }

  private void resource() {
    columns.put("Region", one -> one.resource().key().tenant().region());
    columns.put("Resource ID", one -> one.resource().key().id());
    columns.put("Resource Type", one -> one.resource().key().type().wireName());
    columns.put("Resource Tags", one -> tags(one.resource()));
    columns.put("Platform", one -> host(one).map(ResourceDetails.Host::platform).orElse(null));
    columns.put("Ami", one -> host(one).map(ResourceDetails.Host::imageId).orElse(null));
    columns.put("Resource Vpc", one -> host(one).map(ResourceDetails.Host::vpcId).orElse(null));
    columns.put(
        "Container Image Tags",
        one ->
            one.resource().details() instanceof ResourceDetails.ContainerImage image
                ? String.join(",", image.imageTags())
                : null);
  }

  private void packages() {
    columns.put("Affected Packages", one -> each(one, p -> p.installed().name()));
    columns.put("Package Installed Version", one -> each(one, p -> p.installed().version()));
    columns.put("Fixed in Version", one -> each(one, AffectedInstallation::fixedVersion));
    columns.put("Package Remediation", one -> each(one, AffectedInstallation::remediation));
    columns.put("File Path", one -> each(one, p -> p.installed().evidence()));
    columns.put("Remediation", one -> FindingWords.remediation(content(one)));
  }

  private void vulnerability() {
    columns.put("Inspector Score", one -> score(one).map(CvssScore::baseScore).orElse(null));
    columns.put("Inspector Score Vector", one -> score(one).map(CvssScore::vector).orElse(null));
    columns.put("Vulnerability Id", one -> content(one).vulnerability().id());
    columns.put("Vendor", one -> advisory(one).map(AdvisoryReference::source).orElse(null));
    columns.put("Vendor Severity", one -> content(one).packages().getFirst().vendorSeverity());
    columns.put("Vendor Advisory", one -> advisory(one).map(AdvisoryReference::url).orElse(null));
    columns.put("Vendor Advisory Published", one -> content(one).vulnerability().published());
    cvss("NVD CVSS3", one -> isNvd(one) && one.version().startsWith("3"));
    cvss("NVD CVSS2", one -> isNvd(one) && one.version().startsWith("2"));
    cvss("Vendor CVSS3", one -> !isNvd(one) && one.version().startsWith("3"));
    cvss("Vendor CVSS2", one -> !isNvd(one) && one.version().startsWith("2"));
    columns.put(
        "Epss Score",
        one -> {
          EpssScore epss = content(one).vulnerability().epss();
          return epss == null ? null : epss.probability();
        });
    columns.put(
        "Exploit Available",
        one -> FindingWords.isExploited(content(one).vulnerability()) ? "YES" : "NO");
    columns.put(
        "Known Exploited Since",
        one -> {
          KnownExploited known = content(one).vulnerability().knownExploited();
          return known == null ? null : known.added();
        });
    columns.put("Reference Urls", one -> String.join(",", FindingWords.references(content(one))));
  }

  private void cvss(String name, Predicate<CvssScore> which) {
    columns.put(name + " Score", one -> first(one, which).map(CvssScore::baseScore).orElse(null));
    columns.put(name + " Vector", one -> first(one, which).map(CvssScore::vector).orElse(null));
  }

  private static Optional<CvssScore> first(StoredFinding one, Predicate<CvssScore> which) {
    return content(one).vulnerability().cvss().stream().filter(which).findFirst();
  }

  private static boolean isNvd(CvssScore score) {
    return score.scorer().regionMatches(true, 0, "nvd", 0, 3);
  }

  private static Optional<CvssScore> score(StoredFinding one) {
    Vulnerability vulnerability = content(one).vulnerability();
    return FindingWords.score(vulnerability);
  }

  private static Optional<AdvisoryReference> advisory(StoredFinding one) {
    return content(one).packages().getFirst().evidence().stream().findFirst();
  }

  private static String each(
      StoredFinding one, Function<AffectedInstallation, @Nullable String> part) {
    return content(one).packages().stream()
        .map(part)
        .map(value -> value == null || value.isBlank() ? "N/A" : value)
        .collect(Collectors.joining(", "));
  }

  private static String tags(Resource resource) {
    return new TreeMap<>(resource.tags())
        .entrySet().stream()
            .map(tag -> tag.getKey() + ":" + tag.getValue())
            .collect(Collectors.joining(", "));
  }

  private static Optional<ResourceDetails.Host> host(StoredFinding one) {
    return one.resource().details() instanceof ResourceDetails.Host host
        ? Optional.of(host)
        : Optional.empty();
  }

  private static VulnerabilityFinding content(StoredFinding one) {
    return switch (one.content()) {
      case FindingContent.PackageVulnerability(VulnerabilityFinding finding) -> finding;
    };
  }
}
