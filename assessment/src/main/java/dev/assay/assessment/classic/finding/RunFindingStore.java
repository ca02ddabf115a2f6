package dev.assay.assessment.classic.finding;

import dev.assay.assessment.classic.Attribute;
import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.classic.Listing;
import dev.assay.assessment.classic.evaluation.ClassicSeverity;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Where the findings of runs are kept. Those of a run that has not ended are not seen by anyone
/// but the run.
public interface RunFindingStore {
  void add(Writing transaction, List<RunFinding> findings);

  /// Removes what a run found so far.
  void deleteAll(Writing transaction, ClassicArn run);

  Map<String, RunFinding> find(Reading transaction, Collection<String> arns);

  List<Listing.Row<String>> list(
      Reading transaction, Tenant tenant, RunFindingFilter filter, long after, int most);

  /// All findings of a run in the order of their numbers, for its report and its messages.
  List<Listing.Row<RunFinding>> ofRun(Reading transaction, ClassicArn run, long after, int most);

  /// How many of each severity each of the runs has; runs that have not ended have none.
  Map<String, Map<ClassicSeverity, Long>> counts(Reading transaction, Collection<String> runs);

  /// Writes a finding's user attributes.
  void update(Writing transaction, ClassicArn finding, List<Attribute> userAttributes, Instant now);
}
