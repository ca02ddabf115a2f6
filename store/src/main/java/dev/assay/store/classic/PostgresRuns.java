package dev.assay.store.classic;

import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.classic.ClassicRefusal.AgentsAlreadyRunning.BusyAgent;
import dev.assay.assessment.classic.Listing;
import dev.assay.assessment.classic.host.AgentHealth;
import dev.assay.assessment.classic.run.AssessmentRun;
import dev.assay.assessment.classic.run.RunAgent;
import dev.assay.assessment.classic.run.RunFilter;
import dev.assay.assessment.classic.run.RunState;
import dev.assay.assessment.classic.run.RunStore;
import dev.assay.assessment.classic.run.StateChange;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import dev.assay.store.Handles;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

final class PostgresRuns implements RunStore {
  private final PostgresRunAgents agents = new PostgresRunAgents();

  @Override
  public void add(Writing transaction, AssessmentRun run) {
    Handles.of(transaction)
        .createUpdate(
            """
            insert into classic_run (arn, template, account, region, name, seconds,
              rules_packages, attribute_keys, attribute_values, state, ended, data_collected,
              hosts_selected, created_at, state_changed_at)
            values (:arn, :template, :account, :region, :name, :seconds,
              :rules, :keys, :values, :state, false, false, false, :at, :at)
            """)
        .bindMap(Rows.owner(run.arn().owner()))
        .bind("arn", run.arn().toString())
        .bind("template", run.arn().parent().toString())
        .bind("name", run.name())
        .bind("seconds", run.duration().toSeconds())
        .bind("rules", Columns.names(run.rulesPackages()))
        .bind("keys", Columns.keys(run.userAttributes()))
        .bind("values", Columns.values(run.userAttributes()))
        .bind("state", run.state())
        .bind("at", run.createdAt())
        .execute();
    addToHistory(transaction, run);
  }

  @Override
  public Optional<AssessmentRun> lock(Writing transaction, ClassicArn run) {
    return Handles.of(transaction)
        .createQuery("select * from classic_run where arn = :arn for update")
        .bind("arn", run.toString())
        .map((row, _) -> RunRow.run(row))
        .findOne();
  }

  @Override
  public void update(Writing transaction, AssessmentRun before, AssessmentRun after) {
    Handles.of(transaction)
        .createUpdate(
            """
            update classic_run set state = :state, ended = :ended, data_collected = :dataCollected,
              hosts_selected = :hostsSelected, collection_ends_at = :collectionEndsAt,
              state_changed_at = :stateChangedAt, completed_at = :completedAt, failures = 0
            where arn = :arn
            """)
        .bind("arn", after.arn().toString())
        .bind("state", after.state())
        .bind("ended", after.state().isEnd())
        .bind("dataCollected", after.dataCollected())
        .bind("hostsSelected", after.hostsSelected())
        .bind("collectionEndsAt", after.collectionEndsAt())
        .bind("stateChangedAt", after.stateChangedAt())
        .bind("completedAt", after.completedAt())
        .execute();
    if (before.state() != after.state()) {
      addToHistory(transaction, after);
    }
  }

  private static void addToHistory(Writing transaction, AssessmentRun run) {
    Handles.of(transaction)
        .createUpdate("insert into classic_run_state (run, state, at) values (:run, :state, :at)")
        .bind("run", run.arn().toString())
        .bind("state", run.state())
        .bind("at", run.stateChangedAt())
        .execute();
  }

  @Override
  public int countFailure(Writing transaction, ClassicArn run) {
    return Handles.of(transaction)
        .createQuery(
            "update classic_run set failures = failures + 1 where arn = :arn returning failures")
        .bind("arn", run.toString())
        .mapTo(Integer.class)
        .one();
  }

  @Override
  public void delete(Writing transaction, ClassicArn run) {
    Rows.delete(transaction, "classic_run", run);
  }

  @Override
  public long count(Reading transaction, Tenant tenant) {
    return Rows.count(transaction, "classic_run", tenant);
  }

  @Override
  public List<String> within(Reading transaction, ClassicArn outer) {
    return Handles.of(transaction)
        .createQuery(
            """
            select arn from classic_run
            where account = :account and region = :region and not ended
              and starts_with(arn, :within)
            order by number
            """)
        .bindMap(Rows.owner(outer.owner()))
        .bind("within", outer + "/")
        .mapTo(String.class)
        .list();
  }

  @Override
  public Map<String, AssessmentRun> find(Reading transaction, Collection<String> arns) {
    return Handles.of(transaction)
        .createQuery("select * from classic_run where arn = any(:arns)")
        .bind("arns", Columns.texts(arns))
        .map((row, _) -> RunRow.run(row))
        .collect(Collectors.toMap(run -> run.arn().toString(), Function.identity()));
  }

  @Override
  public Map<String, List<StateChange>> history(Reading transaction, Collection<String> runs) {
    return Handles.of(transaction)
        .createQuery(
            "select run, state, at from classic_run_state where run = any(:runs) order by number")
        .bind("runs", Columns.texts(runs))
        .map(
            (row, _) ->
                Map.entry(
                    row.getString("run"),
                    new StateChange(
                        RunState.valueOf(row.getString("state")), Columns.instant(row, "at"))))
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  @Override
  public List<Listing.Row<String>> list(
      Reading transaction, Tenant tenant, RunFilter filter, long after, int most) {
    return RunRow.list(transaction, tenant, filter, after, most);
  }

  @Override
  public void addAgents(Writing transaction, ClassicArn run, List<RunAgent> added) {
    agents.add(transaction, run, added);
  }

  @Override
  public List<String> unevaluated(Reading transaction, ClassicArn run, int most) {
    return agents.unevaluated(transaction, run, most);
  }

  @Override
  public void markEvaluated(Writing transaction, ClassicArn run, Collection<String> evaluated) {
    agents.markEvaluated(transaction, run, evaluated);
    Handles.of(transaction)
        .createUpdate("update classic_run set failures = 0 where arn = :run")
        .bind("run", run.toString())
        .execute();
  }

  @Override
  public boolean isAnyCollecting(Reading transaction, ClassicArn run) {
    return agents.isAnyCollecting(transaction, run);
  }

  @Override
  public List<BusyAgent> busy(Reading transaction, Tenant tenant, Collection<String> asked) {
    return agents.busy(transaction, tenant, asked);
  }

  @Override
  public List<Listing.Row<RunAgent>> agents(
      Reading transaction, ClassicArn run, Collection<AgentHealth> healths, long after, int most) {
    return agents.list(transaction, run, healths, after, most);
  }

  @Override
  public List<RunAgent.Telemetry> telemetry(Reading transaction, ClassicArn run) {
    return agents.telemetry(transaction, run);
  }
}
