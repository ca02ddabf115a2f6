package dev.assay.store.cis;

import dev.assay.assessment.cis.CheckResult;
import dev.assay.assessment.cis.CisSession;
import dev.assay.assessment.cis.CisSessionStore;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import dev.assay.store.Handles;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/// Sessions in `cis_session`, their results in `cis_check_result`.
public final class PostgresCisSessionStore implements CisSessionStore {

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
  public void report(Writing transaction, CisSession session, List<CheckResult> results) {
    PreparedBatch batch =
        Handles.of(transaction)
            .prepareBatch(
                """
                insert into cis_check_result (account, region, job, rule, status, details)
                values (?, ?, ?, ?, ?, ?)
                on conflict (account, region, job, rule)
                  do update set status = excluded.status, details = excluded.details
                """);
    for (CheckResult result : results) {
      batch.add(
          session.tenant().account().value(),
          session.tenant().region().value(),
          session.job(),
          result.rule(),
          result.status(),
          result.details());
    }
    batch.execute();
  }

  @Override
  public List<CheckResult> results(
      Reading transaction, Tenant tenant, String job, Optional<String> after, int atMost) {
    return Handles.of(transaction)
        .select(
            """
            select rule, status, details from cis_check_result
            where account = ? and region = ? and job = ? and rule > ? order by rule limit ?
            """,
            tenant.account().value(),
            tenant.region().value(),
            job,
            after.orElse(""),
            atMost)
        .map(
            (row, context) ->
                new CheckResult(
                    row.getString("rule"), row.getString("status"), row.getString("details")))
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
