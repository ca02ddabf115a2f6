package dev.assay.assessment.classic.report;

import dev.assay.assessment.classic.evaluation.ClassicSeverity;
import dev.assay.assessment.classic.exclusion.Exclusion;
import dev.assay.assessment.classic.finding.RunFinding;
import dev.assay.assessment.classic.run.AssessmentRun;
import dev.assay.assessment.classic.run.RunAgent;
import java.util.List;
import java.util.Map;

/// What a report says of a run.
///
/// @param findings as many as the report has room for
/// @param counts of all findings
/// @param agents the hosts of the run; none where the report does not tell of them
public record RunReport(
    AssessmentRun run,
    String template,
    String target,
    ReportKey.Type type,
    List<RunFinding> findings,
    Map<ClassicSeverity, Long> counts,
    List<Exclusion> exclusions,
    List<RunAgent> agents) {
  public RunReport {
    findings = List.copyOf(findings);
    counts = Map.copyOf(counts);
    exclusions = List.copyOf(exclusions);
    agents = List.copyOf(agents);
  }

  long findingCount() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
