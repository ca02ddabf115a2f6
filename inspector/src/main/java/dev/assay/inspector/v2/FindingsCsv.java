package dev.assay.inspector.v2;

import dev.assay.assessment.finding.FindingContent;
import dev.assay.assessment.finding.ReachablePorts;
import dev.assay.assessment.finding.StoredFinding;
import dev.assay.assessment.reachability.ReachabilityWords;
import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.resource.ResourceDetails;
import dev.assay.model.AdvisoryReference;
import dev.assay.model.AffectedInstallation;
import dev.assay.model.CvssScore;
import dev.assay.model.EpssScore;
import dev.assay.model.KnownExploited;
import dev.assay.model.Severity;
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
    network();
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
    columns.put("Severity", FindingsCsv::severity);
    vulnerable("Fix Available", VulnerabilityFinding::fixAvailability);
    columns.put("Finding Type", one -> one.key().type());
    columns.put("Title", FindingsCsv::title);
    columns.put("Description", FindingsCsv::description);
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
    vulnerable("Affected Packages", one -> each(one, p -> p.installed().name()));
    vulnerable("Package Installed Version", one -> each(one, p -> p.installed().version()));
    vulnerable("Fixed in Version", one -> each(one, AffectedInstallation::fixedVersion));
    vulnerable("Package Remediation", one -> each(one, AffectedInstallation::remediation));
    vulnerable("File Path", one -> each(one, p -> p.installed().evidence()));
    columns.put("Remediation", FindingsCsv::remediation);
  }

  private void vulnerability() {
    vulnerable("Inspector Score", one -> score(one).map(CvssScore::baseScore).orElse(null));
    vulnerable("Inspector Score Vector", one -> score(one).map(CvssScore::vector).orElse(null));
    vulnerable("Vulnerability Id", one -> one.vulnerability().id());
    vulnerable("Vendor", one -> advisory(one).map(AdvisoryReference::source).orElse(null));
    vulnerable("Vendor Severity", one -> one.packages().getFirst().vendorSeverity());
    vulnerable("Vendor Advisory", one -> advisory(one).map(AdvisoryReference::url).orElse(null));
    vulnerable("Vendor Advisory Published", one -> one.vulnerability().published());
    cvss("NVD CVSS3", one -> isNvd(one) && one.version().startsWith("3"));
    cvss("NVD CVSS2", one -> isNvd(one) && one.version().startsWith("2"));
    cvss("Vendor CVSS3", one -> !isNvd(one) && one.version().startsWith("3"));
    cvss("Vendor CVSS2", one -> !isNvd(one) && one.version().startsWith("2"));
    vulnerable(
        "Epss Score",
        one -> {
          EpssScore epss = one.vulnerability().epss();
          return epss == null ? null : epss.probability();
        });
    vulnerable(
        "Exploit Available", one -> FindingWords.isExploited(one.vulnerability()) ? "YES" : "NO");
    vulnerable(
        "Known Exploited Since",
        one -> {
          KnownExploited known = one.vulnerability().knownExploited();
          return known == null ? null : known.added();
        });
    vulnerable("Reference Urls", one -> String.join(",", FindingWords.references(one)));
  }

  private void network() {
    reachable("Port Range", ReachablePorts::ports);
    reachable("Network Protocol", ReachablePorts::protocol);
    reachable(
        "Network Paths",
        ports ->
            ports.path().stream().map(ReachablePorts.Step::id).collect(Collectors.joining(" -> ")));
  }

  private void cvss(String name, Predicate<CvssScore> which) {
    vulnerable(name + " Score", one -> first(one, which).map(CvssScore::baseScore).orElse(null));
    vulnerable(name + " Vector", one -> first(one, which).map(CvssScore::vector).orElse(null));
  }

  private static Optional<CvssScore> first(VulnerabilityFinding one, Predicate<CvssScore> which) {
    return one.vulnerability().cvss().stream().filter(which).findFirst();
  }

  private static boolean isNvd(CvssScore score) {
    return score.scorer().regionMatches(true, 0, "nvd", 0, 3);
  }

  private static Optional<CvssScore> score(VulnerabilityFinding one) {
    Vulnerability vulnerability = one.vulnerability();
    return FindingWords.score(vulnerability);
  }

  private static Optional<AdvisoryReference> advisory(VulnerabilityFinding one) {
    return one.packages().getFirst().evidence().stream().findFirst();
  }

  private static String each(
      VulnerabilityFinding one, Function<AffectedInstallation, @Nullable String> part) {
    return one.packages().stream()
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

  /// A column that only findings of vulnerable packages fill.
  private void vulnerable(
      String name, Function<VulnerabilityFinding, ? extends @Nullable Object> cell) {
    columns.put(
        name,
        one ->
            one.content() instanceof FindingContent.PackageVulnerability(var finding)
                ? cell.apply(finding)
                : null);
  }

  /// A column that only findings of reachable ports fill.
  private void reachable(String name, Function<ReachablePorts, Object> cell) {
    columns.put(
        name,
        one ->
            one.content() instanceof FindingContent.NetworkReachability(var ports)
                ? cell.apply(ports)
                : null);
  }

  private static Severity severity(StoredFinding one) {
    return switch (one.content()) {
      case FindingContent.PackageVulnerability(var finding) -> finding.severity();
      case FindingContent.NetworkReachability(var ports) -> ports.severity();
    };
  }

  private static String title(StoredFinding one) {
    return switch (one.content()) {
      case FindingContent.PackageVulnerability(var finding) -> FindingWords.title(finding);
      case FindingContent.NetworkReachability(var ports) -> ReachabilityWords.title(ports);
    };
  }

  private static String description(StoredFinding one) {
    return switch (one.content()) {
      case FindingContent.PackageVulnerability(var finding) ->
          FindingWords.description(finding.vulnerability());
      case FindingContent.NetworkReachability(var ports) ->
          ReachabilityWords.description(one.resource().key(), ports);
    };
  }

  private static String remediation(StoredFinding one) {
    return switch (one.content()) {
      case FindingContent.PackageVulnerability(var finding) -> FindingWords.remediation(finding);
      case FindingContent.NetworkReachability(var ports) -> ReachabilityWords.remediation(ports);
    };
  }
}
