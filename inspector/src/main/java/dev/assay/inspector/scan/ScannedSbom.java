package dev.assay.inspector.scan;

import dev.assay.match.AdvisorySource;
import dev.assay.match.VulnerabilityMatcher;
import dev.assay.model.AffectedInstallation;
import dev.assay.model.Assessment;
import dev.assay.model.InstalledPackage;
import dev.assay.model.NotEvaluated;
import dev.assay.model.Sbom;
import dev.assay.model.Severity;
import dev.assay.model.Vulnerability;
import dev.assay.model.VulnerabilityFinding;
import dev.assay.model.VulnerabilityId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A bill of materials and what advisories say of it.
///
/// @param found worst first
/// @param skipped why a component was not judged, by its `ref`
/// @param gaps what could not be evaluated and is no single component
record ScannedSbom(
    Sbom sbom, List<Found> found, Map<String, NotEvaluated> skipped, List<NotEvaluated> gaps) {
  ScannedSbom {
    found = List.copyOf(found);
    skipped = Map.copyOf(skipped);
    gaps = List.copyOf(gaps);
  }

  /// A vulnerability and every component that has it, of whatever distribution. `affected` has at
  /// least one.
  record Found(
      Vulnerability vulnerability,
      Severity severity,
      List<String> severityReasons,
      List<AffectedInstallation> affected) {
    Found {
      severityReasons = List.copyOf(severityReasons);
      affected = List.copyOf(affected);
    }

    private Found and(VulnerabilityFinding other) {
      List<AffectedInstallation> all = new ArrayList<>(affected);
      all.addAll(other.packages());
      boolean worse = !severity.isAtLeast(other.severity());
      return new Found(
          worse ? other.vulnerability() : vulnerability,
          worse ? other.severity() : severity,
          worse ? other.severityReasons() : severityReasons,
          all);
    }
  }

  /// Judges each distribution's packages by its own advisories.
  static ScannedSbom of(Sbom sbom, AdvisorySource advisories, Instant now) {
    VulnerabilityMatcher matcher =
        new VulnerabilityMatcher(advisories, LocalDate.ofInstant(now, ZoneOffset.UTC));
    Map<VulnerabilityId, Found> found = new LinkedHashMap<>();
    Map<String, NotEvaluated> skipped = new HashMap<>();
    List<NotEvaluated> gaps = new ArrayList<>();
    for (Sbom.Entry entry : sbom.entries()) {
      if (entry.notEvaluated() != null) {
        skipped.put(entry.ref(), entry.notEvaluated());
      }
    }
    for (var inventory : sbom.inventories()) {
      Assessment assessment = matcher.assess(inventory);
      for (VulnerabilityFinding one : assessment.findings()) {
        found.merge(one.vulnerability().id(), first(one), (known, ignored) -> known.and(one));
      }
      gaps.addAll(assessment.notEvaluated());
      NotEvaluated whole = whole(assessment);
      if (whole != null) {
        inventory.packages().stream()
            .map(InstalledPackage::evidence)
            .forEach(ref -> skipped.put(ref, whole));
      }
    }
    List<Found> ordered =
        found.values().stream()
            .sorted(
                Comparator.comparing(Found::severity)
                    .reversed()
                    .thenComparing(one -> one.vulnerability().id().value()))
            .toList();
    return new ScannedSbom(sbom, ordered, skipped, gaps.stream().distinct().toList());
  }

  private static Found first(VulnerabilityFinding one) {
    return new Found(one.vulnerability(), one.severity(), one.severityReasons(), one.packages());
  }

  /// Why no package of the distribution was judged; null where they were.
  private static @Nullable NotEvaluated whole(Assessment assessment) {
    return assessment.notEvaluated().stream()
        .filter(gap -> gap.reason() == NotEvaluated.Reason.NO_ADVISORIES)
        .filter(gap -> gap.gap() == NotEvaluated.Gap.WHOLE)
        .findFirst()
        .orElse(null);
  }

  /// How many vulnerabilities there are of each severity, in the words of Inspector's answer.
  Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    List.of("critical", "high", "medium", "low", "other").forEach(word -> counts.put(word, 0L));
    found.forEach(one -> counts.merge(word(one.severity()), 1L, Long::sum));
    return counts;
  }

  private static String word(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "critical";
      case HIGH -> "high";
      case MEDIUM -> "medium";
      case LOW -> "low";
      case INFORMATIONAL, UNTRIAGED -> "other";
    };
  }
}
