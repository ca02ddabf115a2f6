package dev.assay.store.cis;

import dev.assay.assessment.cis.CisScan;
import dev.assay.assessment.cis.CisScanStore;
import dev.assay.assessment.cis.CisTarget;
import dev.assay.assessment.cis.CisTarget.State;
import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import dev.assay.store.Documents;
import dev.assay.store.Handles;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Scans in `cis_scan`, what is scanned in `cis_target`.
public final class PostgresCisScanStore implements CisScanStore {

  @Override
  public void begin(Writing transaction, CisScan scan, List<CisTarget> targets) {
    Handles.of(transaction)
        .createUpdate(
            """
            insert into cis_scan
              (id, arn, account, region, configuration, name, level, target_accounts, target_tags,
                started_at, deadline, status, explanation)
            values (:id, :arn, :account, :region, :configuration, :name, :level, :accounts,
              :tags::jsonb, :startedAt, :deadline, :status, :explanation)
            """)
        .bind("id", scan.id())
        .bind("arn", scan.arn())
        .bind("account", scan.owner().account().value())
        .bind("region", scan.owner().region().value())
        .bind("configuration", scan.configuration())
        .bind("name", scan.name())
        .bind("level", scan.level().name())
        .bind("accounts", scan.accounts().stream().map(AccountId::value).toArray(String[]::new))
        .bind("tags", TagLists.write(scan.tags()))
        .bind("startedAt", scan.startedAt())
        .bind("deadline", scan.deadline())
        .bind("status", scan.status().name())
        .bind("explanation", scan.explanation())
        .execute();
    add(transaction, targets);
  }

  private static void add(Writing transaction, List<CisTarget> targets) {
    if (targets.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        Handles.of(transaction)
            .prepareBatch(
                """
                insert into cis_target
                  (scan, account, region, resource, tags, platform, job, state, explanation)
                values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)
                """);
    for (CisTarget target : targets) {
      batch.add(
          target.scan(),
          target.tenant().account().value(),
          target.tenant().region().value(),
          target.resource(),
          Documents.text(target.tags()),
          target.platform(),
          target.job(),
          target.state().name(),
          target.explanation());
    }
    batch.execute();
  }

  @Override
  public Optional<CisScan> find(Reading transaction, String arn) {
    return Handles.of(transaction)
        .select("select * from cis_scan where arn = ?", arn)
        .map((row, context) -> CisRows.scan(row))
        .findOne();
  }

  @Override
  public Optional<CisScan> find(Reading transaction, UUID scan) {
    return Handles.of(transaction)
        .select("select * from cis_scan where id = ?", scan)
        .map((row, context) -> CisRows.scan(row))
        .findOne();
  }

  @Override
  public List<CisScan> running(Reading transaction, String configuration) {
    return Handles.of(transaction)
        .select(
            "select * from cis_scan where configuration = ? and status = 'IN_PROGRESS' order by id",
            configuration)
        .map((row, context) -> CisRows.scan(row))
        .list();
  }

  @Override
  public void lock(Writing transaction, UUID scan) {
    Handles.of(transaction)
        .select("select id from cis_scan where id = ? for no key update", scan)
        .mapTo(UUID.class)
        .one();
  }

  @Override
  public void end(Writing transaction, CisScan scan) {
    Handles.of(transaction)
        .execute(
            "update cis_scan set status = ?, explanation = ? where id = ?",
            scan.status().name(),
            scan.explanation(),
            scan.id());
  }

  @Override
  public Optional<CisTarget> target(
      Reading transaction, UUID scan, Tenant tenant, String resource) {
    return Handles.of(transaction)
        .select(
            "select * from cis_target where scan = ? and account = ? and resource = ?",
            scan,
            tenant.account().value(),
            resource)
        .map((row, context) -> CisRows.target(row))
        .findOne();
  }

  @Override
  public Optional<CisTarget> ofJob(Reading transaction, Tenant tenant, String job) {
    return Handles.of(transaction)
        .select(
            "select * from cis_target where account = ? and region = ? and job = ?",
            tenant.account().value(),
            tenant.region().value(),
            job)
        .map((row, context) -> CisRows.target(row))
        .findOne();
  }

  @Override
  public List<CisTarget> waiting(Reading transaction, Tenant tenant, String resource) {
    return Handles.of(transaction)
        .select(
            """
            select * from cis_target
            where account = ? and region = ? and resource = ? and state = 'WAITING' order by scan
            """,
            tenant.account().value(),
            tenant.region().value(),
            resource)
        .map((row, context) -> CisRows.target(row))
        .list();
  }

  @Override
  public List<CisTarget> targets(Reading transaction, UUID scan) {
    return Handles.of(transaction)
        .select("select * from cis_target where scan = ? order by account, resource", scan)
        .map((row, context) -> CisRows.target(row))
        .list();
  }

  @Override
  public void replace(Writing transaction, CisTarget target) {
    Handles.of(transaction)
        .execute(
            """
            update cis_target set state = ?, explanation = ?, platform = ?
            where scan = ? and account = ? and resource = ?
            """,
            target.state().name(),
            target.explanation(),
            target.platform(),
            target.scan(),
            target.tenant().account().value(),
            target.resource());
  }

  @Override
  public int expire(Writing transaction, Instant startedBefore) {
    Handle handle = Handles.of(transaction);
    for (String kept : List.of("cis_check_result", "cis_session")) {
      handle
          .createUpdate(
              "delete from "
                  + kept
                  + """
                   k using cis_target t join cis_scan s on s.id = t.scan
                  where s.started_at < :before and s.status <> 'IN_PROGRESS'
                    and k.account = t.account and k.region = t.region and k.job = t.job
                  """)
          .bind("before", startedBefore)
          .execute();
    }
    return handle
        .createUpdate("delete from cis_scan where started_at < :before and status <> 'IN_PROGRESS'")
        .bind("before", startedBefore)
        .execute();
  }

  @Override
  public void count(Writing transaction, Tenant tenant, String job) {
    Handles.of(transaction)
        .createUpdate(
            """
            update cis_target set (failed, passed, skipped) =
              (select count(*) filter (where outcome = 'FAILED'),
                  count(*) filter (where outcome = 'PASSED'),
                  count(*) filter (where outcome = 'SKIPPED')
                from cis_check_result
                where account = :account and region = :region and job = :job)
            where account = :account and region = :region and job = :job
            """)
        .bind("account", tenant.account().value())
        .bind("region", tenant.region().value())
        .bind("job", job)
        .execute();
  }

  @Override
  public void endWaiting(Writing transaction, UUID scan, State state, String explanation) {
    Handles.of(transaction)
        .execute(
            """
            update cis_target set state = ?, explanation = ? where scan = ? and state = 'WAITING'
            """,
            state.name(),
            explanation,
            scan);
  }
}
