package dev.assay.assessment.cis.report;

import dev.assay.assessment.cis.CheckResult;
import dev.assay.assessment.cis.CisTarget;
import java.util.List;

/// A resource in a scan with its results.
record TestedTarget(CisTarget target, List<CheckResult> results) {
  TestedTarget {
    results = List.copyOf(results);
  }

  long count(String outcome) {
    return results.stream().filter(result -> result.outcome().equals(outcome)).count();
  }
}
