package dev.assay.store.cis;

import dev.assay.assessment.cis.CheckResult;
import dev.assay.assessment.cis.CisSession;
import dev.assay.assessment.cis.CisSessionStore;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import dev.assay.store.Handles;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/// Sessions in `cis_session`, their results in `cis_check_result`.
public final class PostgresCisSessionStore implements CisSessionStore {
  private static final String OVER =
      """
      s.started_at < :before and not exists (
        select from cis_target t
        where t.account = s.account and t.region = s.region and t.job = s.job)
      """;

  @Override
  public boolean add(Writing transaction, CisSession session) {
    return bind(
                Handles.of(transaction)
                    .createUpdate(
                        """
                        insert into cis_session
                          (account, region, job, agent, token_hash, stopped, started_at,
                            last_heard_at)
                        values (:account, :region, :job, :agent, :tokenHash, :stopped, :startedAt,
                          :lastHeardAt)
                        on conflict do nothing
                        """),
                session)
            .execute()
        > 0;
  }

  @Override
  public void replace(Writing transaction, CisSession session) {
    bind(
            Handles.of(transaction)
                .createUpdate(
                    """
                    update cis_session set token_hash = :tokenHash, stopped = :stopped,
                      started_at = :startedAt, last_heard_at = :lastHeardAt
                    where account = :account and region = :region and job = :job
                    """),
            session)
        .execute();
  }

  @Override
  public Optional<CisSession> find(Reading transaction, Tenant tenant, String job) {
    return Handles.of(transaction)
        .select(
            "select * from cis_session where account = ? and region = ? and job = ?",
            tenant.account().value(),
            tenant.region().value(),
            job)
        .map(
            (row, context) ->
                new CisSession(
                    tenant,
                    row.getString("job"),
                    row.getString("agent"),
                    row.getString("token_hash"),
                    row.getBoolean("stopped"),
                    row.getTimestamp("started_at").toInstant(),
                    row.getTimestamp("last_heard_at").toInstant()))
        .findOne();
  }

  @Override
  public int expire(Writing transaction, Instant startedBefore) {
    Handle handle = Handles.of(transaction);
    handle
        .createUpdate(
            "delete from cis_check_result r using cis_session s where "
                + OVER
                + " and r.account = s.account and r.region = s.region and r.job = s.job")
        .bind("before", startedBefore)
        .execute();
    return handle
        .createUpdate("delete from cis_session s where " + OVER)
        .bind("before", startedBefore)
        .execute();
  }

  @Override
  public void report(Writing transaction, Tenant tenant, String job, List<CheckResult> results) {
    if (results.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        Handles.of(transaction)
            .prepareBatch(
                """
                insert into cis_check_result (account, region, job, rule, status, details, title,
                  description, remediation, level, reason, finding)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (account, region, job, rule) do update set
                  status = excluded.status, details = excluded.details, title = excluded.title,
                  description = excluded.description, remediation = excluded.remediation,
                  level = excluded.level, reason = excluded.reason
                """);
    for (CheckResult result : results) {
      CheckResult.About about = result.about();
      batch.add(
          tenant.account().value(),
          tenant.region().value(),
          job,
          result.rule(),
          result.status(),
          result.details(),
          about.title(),
          about.description(),
          about.remediation(),
          about.level() == null ? null : about.level().name(),
          result.reason(),
          result.finding(job));
    }
    batch.execute();
  }

  @Override
  public List<CheckResult> results(
      Reading transaction, Tenant tenant, String job, Optional<String> after, int atMost) {
    return Handles.of(transaction)
        .select(
            """
            select * from cis_check_result
            where account = ? and region = ? and job = ? and rule > ? order by rule limit ?
            """,
            tenant.account().value(),
            tenant.region().value(),
            job,
            after.orElse(""),
            atMost)
        .map((row, context) -> CisRows.check(row))
        .list();
  }

  private static <T extends SqlStatement<T>> T bind(T statement, CisSession session) {
    return statement
        .bind("account", session.tenant().account().value())
        .bind("region", session.tenant().region().value())
        .bind("job", session.job())
        .bind("agent", session.agent())
        .bind("tokenHash", session.tokenHash())
        .bind("stopped", session.stopped())
        .bind("startedAt", session.startedAt())
        .bind("lastHeardAt", session.lastHeardAt());
  }
}
