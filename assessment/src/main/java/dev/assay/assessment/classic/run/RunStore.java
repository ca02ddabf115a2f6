package dev.assay.assessment.classic.run;

import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.classic.ClassicRefusal.AgentsAlreadyRunning.BusyAgent;
import dev.assay.assessment.classic.Listing;
import dev.assay.assessment.classic.host.AgentHealth;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where runs and the hosts that take part in them are kept.
public interface RunStore extends RunsInProgress {
  void add(Writing transaction, AssessmentRun run);

  /// The run, kept from other writers until the transaction ends.
  Optional<AssessmentRun> lock(Writing transaction, ClassicArn run);

  /// Writes what of the run may change, and where its state is another, adds the change to its
  /// history.
  void update(Writing transaction, AssessmentRun before, AssessmentRun after);

  /// Counts a failed step; the count begins anew with each change of state and each portion of
  /// hosts.
  ///
  /// @return how many there are
  int countFailure(Writing transaction, ClassicArn run);

  /// Deletes the run and all that is within it.
  void delete(Writing transaction, ClassicArn run);

  long count(Reading transaction, Tenant tenant);

  Map<String, AssessmentRun> find(Reading transaction, Collection<String> arns);

  /// Each run's states, the earliest first.
  Map<String, List<StateChange>> history(Reading transaction, Collection<String> runs);

  List<Listing.Row<String>> list(
      Reading transaction, Tenant tenant, RunFilter filter, long after, int most);

  void addAgents(Writing transaction, ClassicArn run, List<RunAgent> agents);

  /// Hosts of the run that wait to be evaluated, by id.
  List<String> unevaluated(Reading transaction, ClassicArn run, int most);

  void markEvaluated(Writing transaction, ClassicArn run, Collection<String> agents);

  /// Whether any host of the run has an agent that collects.
  boolean isAnyCollecting(Reading transaction, ClassicArn run);

  /// Which of these agents take part in an unfinished run.
  List<BusyAgent> busy(Reading transaction, Tenant tenant, Collection<String> agents);

  /// The hosts that take part in a run.
  ///
  /// @param healths those of other healths are left out
  List<Listing.Row<RunAgent>> agents(
      Reading transaction, ClassicArn run, Collection<AgentHealth> healths, long after, int most);

  /// What was collected in a run from all its hosts together.
  List<RunAgent.Telemetry> telemetry(Reading transaction, ClassicArn run);
}
