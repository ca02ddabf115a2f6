package dev.assay.report;

import dev.assay.model.Severity;
import dev.assay.model.VulnerabilityFinding;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// How many findings there are of each severity.
record SeverityCounts(Map<Severity, Integer> bySeverity) {

  /// Worst first, the unjudged last: how every report lists them.
  static final List<Severity> WORST_FIRST =
      List.of(
          Severity.CRITICAL,
          Severity.HIGH,
          Severity.MEDIUM,
          Severity.LOW,
          Severity.INFORMATIONAL,
          Severity.UNTRIAGED);

  static SeverityCounts of(Collection<VulnerabilityFinding> findings) {
    Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
    findings.forEach(finding -> counts.merge(finding.severity(), 1, Integer::sum));
    return new SeverityCounts(counts);
  }

  int of(Severity severity) {
    return bySeverity.getOrDefault(severity, 0);
  }

  /// `2 critical, 13 high, 4 untriaged`; what is zero is left out.
  String inWords() {
    return WORST_FIRST.stream()
        .filter(severity -> of(severity) > 0)
        .map(severity -> of(severity) + " " + Words.severity(severity))
        .collect(Collectors.joining(", "));
  }
}
