package dev.assay.store.classic;

import dev.assay.assessment.agent.CollectionWindows;
import dev.assay.assessment.agent.HealthCode;
import dev.assay.assessment.classic.rulespackage.RulesPackage;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import dev.assay.store.Handles;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What agents have to know of Classic's runs, and what runs are told of agents.
public final class PostgresCollectionWindows implements CollectionWindows {
  private static final String COLLECTING =
      """
      classic_run_agent.agent = :agent and busy and not ended and state = 'COLLECTING_DATA'
        and account = :account and region = :region
      """;

  @Override
  public List<Window> of(Reading transaction, ResourceKey resource) {
    return Handles.of(transaction)
        .createQuery(
            """
            select arn, collection_ends_at, rules_packages from classic_run_agent
              join classic_run on arn = run
            where\s"""
                + COLLECTING
                + " order by classic_run.number")
        .bindMap(Rows.owner(resource.tenant()))
        .bind("agent", resource.id())
        .map(
            (row, context) ->
                new Window(
                    row.getString("arn"),
                    Columns.instant(row, "collection_ends_at"),
                    benchmarks(Columns.rulesPackages(row, "rules_packages"))))
        .list();
  }

  private static Set<Benchmark> benchmarks(List<RulesPackage> wanted) {
    Set<Benchmark> benchmarks = EnumSet.noneOf(Benchmark.class);
    if (wanted.contains(RulesPackage.CIS_BENCHMARKS)) {
      benchmarks.add(Benchmark.CIS);
    }
    if (wanted.contains(RulesPackage.SECURITY_BEST_PRACTICES)) {
      benchmarks.add(Benchmark.BEST_PRACTICES);
    }
    return benchmarks;
  }

  @Override
  public void heard(Writing transaction, ResourceKey resource, HealthCode health, String details) {
    Handles.of(transaction)
        .createUpdate(
            """
            update classic_run_agent set health = :health,
              details = case when :details = '' then details else :details end
            from classic_run where arn = run and\s"""
                + COLLECTING)
        .bindMap(Rows.owner(resource.tenant()))
        .bind("agent", resource.id())
        .bind("health", health.name())
        .bind("details", details)
        .execute();
  }

  @Override
  public void collected(Writing transaction, ResourceKey resource, String kind, long bytes) {
    Handles.of(transaction)
        .createUpdate(
            """
            insert into classic_telemetry (agent, message_type, count, bytes)
            select classic_run_agent.number, :kind, 1, :bytes from classic_run_agent
              join classic_run on arn = run
            where\s"""
                + COLLECTING
                + """
                on conflict (agent, message_type) do update set
                  count = classic_telemetry.count + 1,
                  bytes = coalesce(classic_telemetry.bytes, 0) + excluded.bytes
                """)
        .bindMap(Rows.owner(resource.tenant()))
        .bind("agent", resource.id())
        .bind("kind", kind)
        .bind("bytes", bytes)
        .execute();
  }
}
