package dev.assay.store.classic;

import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.classic.ClassicRefusal.AgentsAlreadyRunning.BusyAgent;
import dev.assay.assessment.classic.Listing;
import dev.assay.assessment.classic.host.AgentHealth;
import dev.assay.assessment.classic.run.RunAgent;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import dev.assay.store.Handles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The hosts that take part in runs.
final class PostgresRunAgents {

  void add(Writing transaction, ClassicArn run, List<RunAgent> agents) {
    if (agents.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        Handles.of(transaction)
            .prepareBatch(
                """
                insert into classic_run_agent
                  (run, agent, health, details, auto_scaling_group, busy, excluded, evaluated)
                values (:run, :agent, :health, :details, :group, :busy, :excluded, :excluded)
                """);
    for (RunAgent agent : agents) {
      batch
          .bind("run", run.toString())
          .bind("agent", agent.agentId())
          .bind("health", agent.health())
          .bind("details", agent.details())
          .bind("group", agent.autoScalingGroup())
          .bind("busy", agent.busy())
          .bind("excluded", agent.excluded())
          .add();
    }
    batch.execute();
    addTelemetry(transaction, run, agents);
  }

  private static void addTelemetry(Writing transaction, ClassicArn run, List<RunAgent> agents) {
    PreparedBatch batch =
        Handles.of(transaction)
            .prepareBatch(
                """
                insert into classic_telemetry (agent, message_type, count, bytes)
                select number, :type, :count, :bytes from classic_run_agent
                where run = :run and agent = :agent
                """);
    for (RunAgent agent : agents) {
      for (RunAgent.Telemetry telemetry : agent.telemetry()) {
        batch
            .bind("run", run.toString())
            .bind("agent", agent.agentId())
            .bind("type", telemetry.messageType())
            .bind("count", telemetry.count())
            .bind("bytes", telemetry.bytes())
            .add();
      }
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  List<String> unevaluated(Reading transaction, ClassicArn run, int most) {
    return Handles.of(transaction)
        .createQuery(
            """
            select agent from classic_run_agent where run = :run and not evaluated
            order by agent limit :most
            """)
        .bind("run", run.toString())
        .bind("most", most)
        .mapTo(String.class)
        .list();
  }

  void markEvaluated(Writing transaction, ClassicArn run, Collection<String> agents) {
    Handles.of(transaction)
        .createUpdate(
            """
            update classic_run_agent set evaluated = true
            where run = :run and agent = any(:agents)
            """)
        .bind("run", run.toString())
        .bind("agents", Columns.texts(agents))
        .execute();
  }

  boolean isAnyCollecting(Reading transaction, ClassicArn run) {
    return Handles.of(transaction)
        .createQuery("select exists (select from classic_run_agent where run = :run and busy)")
        .bind("run", run.toString())
        .mapTo(Boolean.class)
        .one();
  }

  List<BusyAgent> busy(Reading transaction, Tenant tenant, Collection<String> agents) {
    return Handles.of(transaction)
        .createQuery(
            """
            select agent, run from classic_run_agent
            join classic_run on classic_run.arn = run
            where account = :account and region = :region and not ended
              and busy and agent = any(:agents)
            order by agent
            """)
        .bindMap(Rows.owner(tenant))
        .bind("agents", Columns.texts(agents))
        .map((row, _) -> new BusyAgent(row.getString("agent"), row.getString("run")))
        .list();
  }

  List<Listing.Row<RunAgent>> list(
      Reading transaction, ClassicArn run, Collection<AgentHealth> healths, long after, int most) {
    List<Listing.Row<RunAgent>> agents =
        Handles.of(transaction)
            .createQuery(
                """
                select * from classic_run_agent
                where run = :run and number > :after
                  and health = any(:healths)
                order by number limit :most
                """)
            .bind("run", run.toString())
            .bind("healths", Columns.names(healths))
            .bind("after", after)
            .bind("most", most)
            .map((row, _) -> new Listing.Row<>(row.getLong("number"), agent(row)))
            .list();
    Map<Long, List<RunAgent.Telemetry>> telemetry = telemetryOf(transaction, agents);
    return agents.stream()
        .map(row -> withTelemetry(row, telemetry.getOrDefault(row.number(), List.of())))
        .toList();
  }

  private static Map<Long, List<RunAgent.Telemetry>> telemetryOf(
      Reading transaction, List<Listing.Row<RunAgent>> agents) {
    return Handles.of(transaction)
        .createQuery(
            "select * from classic_telemetry where agent = any(:agents) order by message_type")
        .bind("agents", agents.stream().map(Listing.Row::number).toArray(Long[]::new))
        .map((row, _) -> Map.entry(row.getLong("agent"), telemetry(row)))
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  List<RunAgent.Telemetry> telemetry(Reading transaction, ClassicArn run) {
    return Handles.of(transaction)
        .createQuery(
            """
            select message_type, sum(count) as count, sum(bytes)::bigint as bytes
            from classic_telemetry
            join classic_run_agent on number = classic_telemetry.agent
            where run = :run group by message_type order by message_type
            """)
        .bind("run", run.toString())
        .map((row, _) -> telemetry(row))
        .list();
  }

  private static RunAgent.Telemetry telemetry(ResultSet row) throws SQLException {
    long bytes = row.getLong("bytes");
    return new RunAgent.Telemetry(
        row.getString("message_type"), row.getLong("count"), row.wasNull() ? null : bytes);
  }

  private static Listing.Row<RunAgent> withTelemetry(
      Listing.Row<RunAgent> row, List<RunAgent.Telemetry> telemetry) {
    RunAgent agent = row.item();
    return new Listing.Row<>(
        row.number(),
        new RunAgent(
            agent.agentId(),
            agent.health(),
            agent.details(),
            agent.autoScalingGroup(),
            agent.busy(),
            agent.excluded(),
            telemetry));
  }

  private static RunAgent agent(ResultSet row) throws SQLException {
    return new RunAgent(
        row.getString("agent"),
        AgentHealth.valueOf(row.getString("health")),
        row.getString("details"),
        row.getString("auto_scaling_group"),
        row.getBoolean("busy"),
        row.getBoolean("excluded"),
        List.of());
  }
}
