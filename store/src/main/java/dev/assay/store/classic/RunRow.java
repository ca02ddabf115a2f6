package dev.assay.store.classic;

import dev.assay.assessment.classic.Listing;
import dev.assay.assessment.classic.run.AssessmentRun;
import dev.assay.assessment.classic.run.RunFilter;
import dev.assay.assessment.classic.run.RunState;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.store.Handles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/// A row of `classic_run`.
final class RunRow {
  private RunRow() {}

  static AssessmentRun run(ResultSet row) throws SQLException {
    return new AssessmentRun(
        Columns.arn(row, "arn"),
        row.getString("name"),
        Duration.ofSeconds(row.getInt("seconds")),
        Columns.rulesPackages(row, "rules_packages"),
        Columns.attributes(row, "attribute_keys", "attribute_values"),
        RunState.valueOf(row.getString("state")),
        row.getBoolean("data_collected"),
        row.getBoolean("hosts_selected"),
        Columns.instantOrNull(row, "collection_ends_at"),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "state_changed_at"),
        Columns.instantOrNull(row, "completed_at"));
  }

  static List<Listing.Row<String>> list(
      Reading transaction, Tenant tenant, RunFilter filter, long after, int most) {
    return Handles.of(transaction)
        .createQuery(
            """
            select number, arn from classic_run
            where account = :account and region = :region and number > :after
              and (cardinality(:templates) = 0 or template = any(:templates))
              and (:name::text is null or name like :name escape '\\')
              and (cardinality(:states) = 0 or state = any(:states))
              and (:least::integer is null or seconds >= :least)
              and (:longest::integer is null or seconds <= :longest)
              and rules_packages @> :rules::text[]
              and (:startedFrom::timestamptz is null or created_at >= :startedFrom)
              and (:startedTo::timestamptz is null or created_at <= :startedTo)
              and (:completedFrom::timestamptz is null or completed_at >= :completedFrom)
              and (:completedTo::timestamptz is null or completed_at <= :completedTo)
              and (:changedFrom::timestamptz is null or state_changed_at >= :changedFrom)
              and (:changedTo::timestamptz is null or state_changed_at <= :changedTo)
            order by number limit :most
            """)
        .bindMap(Rows.owner(tenant))
        .bind("templates", Columns.texts(filter.templates()))
        .bind("name", filter.name() == null ? null : filter.name().like())
        .bind("states", Columns.names(filter.states()))
        .bind("least", filter.duration().least())
        .bind("longest", filter.duration().most())
        .bind("rules", Columns.names(filter.rulesPackages()))
        .bind("startedFrom", filter.started().begin())
        .bind("startedTo", filter.started().end())
        .bind("completedFrom", filter.completed().begin())
        .bind("completedTo", filter.completed().end())
        .bind("changedFrom", filter.stateChanged().begin())
        .bind("changedTo", filter.stateChanged().end())
        .bind("after", after)
        .bind("most", most)
        .map((row, _) -> Rows.listed(row))
        .list();
  }
}
