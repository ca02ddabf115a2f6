package dev.assay.store.cis;

import dev.assay.assessment.cis.CheckAggregation;
import dev.assay.assessment.cis.CheckResult;
import dev.assay.assessment.cis.CisFacet;
import dev.assay.assessment.cis.CisQuestion;
import dev.assay.assessment.cis.CisScan;
import dev.assay.assessment.cis.CisScanQueries;
import dev.assay.assessment.cis.ScanSummary;
import dev.assay.assessment.cis.TargetSummary;
import dev.assay.assessment.query.Criterion.TextCondition;
import dev.assay.assessment.query.Page;
import dev.assay.assessment.query.PageRequest;
import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.store.Handles;
import java.util.List;
import java.util.Optional;

/// Questions on scans as SQL. Each list is a table `x` of what may be shown; the conditions on it
/// and its order come from the question.
public final class PostgresCisScanQueries implements CisScanQueries {

  @Override
  public Page<ScanSummary> scans(
      Reading transaction,
      Tenant tenant,
      Detail detail,
      CisQuestion<CisFacet.Scan> question,
      PageRequest page) {
    var listing = new CisListing<>(question, tenant + " " + detail);
    String account = tenant.account().value();
    var sql = listing.sql();
    sql.append(" and x.region = ").value(tenant.region().value()).append(" and (");
    switch (detail) {
      case OWNED -> sql.append("x.account = ").value(account);
      case MEMBER -> sql.append("x.target_accounts @> array[").value(account).append("]::text[]");
      case BOTH ->
          sql.append("x.account = ")
              .value(account)
              .append(" or x.target_accounts @> array[")
              .value(account)
              .append("]::text[]");
    }
    sql.append(")");
    listing.text(CisFacet.Scan.NAME, "x.name");
    listing.text(CisFacet.Scan.ARN, "x.arn");
    listing.text(CisFacet.Scan.CONFIGURATION_ARN, "x.configuration");
    listing.text(CisFacet.Scan.STATUS, "x.status");
    listing.text(CisFacet.Scan.SCHEDULED_BY, "x.account");
    listing.anyText(
        CisFacet.Scan.RESOURCE_ID,
        "select from cis_target t where t.scan = x.id"
            + " and (x.whole or t.account = x.viewer) and",
        "t.resource");
    listing.anyText(
        CisFacet.Scan.ACCOUNT,
        "select from unnest(x.target_accounts) as accounts(one)"
            + " where (x.whole or one = x.viewer) and",
        "one");
    listing.failed("failed");
    listing.started();
    TargetTags.anyOf(listing, question.tags());
    // The viewer's account is twelve digits, checked by its type; it may stand in the text.
    String whole = detail == Detail.MEMBER ? "false" : "s.account = '" + account + "'";
    String select =
        """
        select x.* from (
          select (s.id::text) collate "C" as tie, s.*, %1$s as whole, '%2$s' as viewer,
            coalesce(c.failed, 0) as failed, coalesce(c.passed, 0) as passed,
            coalesce(c.skipped, 0) as skipped
          from cis_scan s
          left join lateral (
            select sum(t.failed) as failed, sum(t.passed) as passed, sum(t.skipped) as skipped
            from cis_target t
            where t.scan = s.id and (%1$s or t.account = '%2$s')
          ) c on true) x
        where true"""
            .formatted(whole, account);
    return listing.page(
        Handles.of(transaction),
        select,
        switch (question.sortedBy()) {
          case STATUS -> "x.status";
          case SCHEDULED_BY -> "x.account";
          case FAILED_CHECKS -> "x.failed";
          case STARTED -> "x.started_at";
          case NAME -> "x.name";
          case ARN -> "x.arn";
          case CONFIGURATION_ARN -> "x.configuration";
          case RESOURCE_ID, ACCOUNT -> throw new IllegalArgumentException("not an order of scans");
        },
        switch (question.sortedBy()) {
          case STARTED -> "timestamptz";
          case FAILED_CHECKS -> "bigint";
          default -> "text";
        },
        page,
        (row, context) -> new ScanSummary(CisRows.scan(row), CisRows.counts(row)));
  }

  @Override
  public Page<CheckAggregation> checks(
      Reading transaction,
      CisScan scan,
      Optional<AccountId> account,
      CisQuestion<CisFacet.Checks> question,
      PageRequest page) {
    var listing = new CisListing<>(question, scan.id() + " " + account);
    var sql = listing.sql();
    // First which results are counted, then which of the counts are shown.
    sql.append(" and t.scan = ").value(scan.id());
    account.ifPresent(one -> sql.append(" and t.account = ").value(one.value()));
    listing.text(CisFacet.Checks.ACCOUNT, "t.account");
    sql.append(" group by r.rule, t.platform) x where true");
    listing.text(CisFacet.Checks.CHECK_ID, "x.rule");
    listing.text(CisFacet.Checks.TITLE, "x.title");
    listing.text(CisFacet.Checks.PLATFORM, "x.platform");
    listing.text(CisFacet.Checks.LEVEL, "x.level");
    listing.failed("failed");
    String select =
        """
        select x.* from (
          select r.rule || chr(10) || coalesce(t.platform, '') as tie, r.rule, t.platform,
            max(r.title) as title, max(r.description) as description, min(r.level) as level,
            case when min(t.account) = max(t.account) then min(t.account) end as account,
            count(*) filter (where r.outcome = 'FAILED') as failed,
            count(*) filter (where r.outcome = 'PASSED') as passed,
            count(*) filter (where r.outcome = 'SKIPPED') as skipped
          from cis_target t
          join cis_check_result r
            on r.account = t.account and r.region = t.region and r.job = t.job
          where true""";
    return listing.page(
        Handles.of(transaction),
        select,
        switch (question.sortedBy()) {
          case CHECK_ID -> "x.rule";
          case TITLE -> "coalesce(x.title, '')";
          case PLATFORM -> "coalesce(x.platform, '')";
          case LEVEL -> "coalesce(x.level, '')";
          case FAILED -> "x.failed";
          case ACCOUNT -> throw new IllegalArgumentException("not an order of checks");
        },
        question.sortedBy() == CisFacet.Checks.FAILED ? "bigint" : "text",
        page,
        (row, context) ->
            new CheckAggregation(
                row.getString("rule"),
                row.getString("title"),
                row.getString("description"),
                CisRows.level(row.getString("level")),
                row.getString("platform"),
                row.getString("account"),
                CisRows.counts(row)));
  }

  @Override
  public Page<TargetSummary> targets(
      Reading transaction,
      CisScan scan,
      Optional<AccountId> account,
      CisQuestion<CisFacet.Target> question,
      PageRequest page) {
    var listing = new CisListing<>(question, scan.id() + " " + account);
    listing.sql().append(" and x.scan = ").value(scan.id());
    account.ifPresent(one -> listing.sql().append(" and x.account = ").value(one.value()));
    listing.text(CisFacet.Target.ACCOUNT, "x.account");
    listing.text(CisFacet.Target.RESOURCE_ID, "x.resource");
    listing.text(CisFacet.Target.PLATFORM, "x.platform");
    listing.text(CisFacet.Target.STATUS, "x.status");
    listing.text(CisFacet.Target.STATUS_REASON, "x.status_reason");
    listing.failed("failed");
    TargetTags.anyOfResource(listing, question.tags());
    checks(listing, question);
    return listing.page(
        Handles.of(transaction),
        """
        select x.* from (
          select account || ' ' || resource as tie, *,
            case state when 'WAITING' then null when 'UNSUPPORTED_OS' then 'CANCELLED'
              else state end as status,
            case state when 'WAITING' then 'SCAN_IN_PROGRESS'
              when 'UNSUPPORTED_OS' then 'UNSUPPORTED_OS' end as status_reason
          from cis_target) x
        where true""",
        switch (question.sortedBy()) {
          case RESOURCE_ID -> "x.resource";
          case FAILED -> "x.failed";
          case ACCOUNT -> "x.account";
          case PLATFORM -> "coalesce(x.platform, '')";
          case STATUS -> "coalesce(x.status, '')";
          case STATUS_REASON -> "coalesce(x.status_reason, '')";
          case CHECK_ID, OUTCOME -> throw new IllegalArgumentException("not an order of resources");
        },
        question.sortedBy() == CisFacet.Target.FAILED ? "integer" : "text",
        page,
        (row, context) -> new TargetSummary(CisRows.target(row), CisRows.counts(row)));
  }

  /// One and the same check has to meet the conditions on its id and those on its outcome.
  private static void checks(
      CisListing<CisFacet.Target> listing, CisQuestion<CisFacet.Target> question) {
    List<TextCondition> rules = question.of(CisFacet.Target.CHECK_ID);
    List<TextCondition> outcomes = question.of(CisFacet.Target.OUTCOME);
    if (rules.isEmpty() && outcomes.isEmpty()) {
      return;
    }
    var compare = listing.compare();
    listing
        .sql()
        .append(" and exists (select from cis_check_result r where r.account = x.account")
        .append(" and r.region = x.region and r.job = x.job and ");
    compare.texts(rules, condition -> compare.text("r.rule", condition));
    listing.sql().append(" and ");
    compare.texts(outcomes, condition -> compare.text("r.outcome", condition));
    listing.sql().append(")");
  }

  @Override
  public Page<CheckResult> details(
      Reading transaction,
      Tenant tenant,
      String job,
      String findings,
      CisQuestion<CisFacet.Detail> question,
      PageRequest page) {
    var listing = new CisListing<>(question, tenant + " " + job);
    var sql = listing.sql();
    sql.append(" and x.account = ").value(tenant.account().value());
    sql.append(" and x.region = ").value(tenant.region().value());
    sql.append(" and x.job = ").value(job);
    listing.text(CisFacet.Detail.CHECK_ID, "x.rule");
    listing.text(CisFacet.Detail.STATUS, "x.outcome");
    listing.text(CisFacet.Detail.TITLE, "x.title");
    listing.text(CisFacet.Detail.LEVEL, "x.level");
    List<TextCondition> arns = question.of(CisFacet.Detail.FINDING_ARN);
    if (!arns.isEmpty()) {
      sql.append(" and exists (select from (select ")
          .value(findings)
          .append(" || x.finding::text as arn) f where ");
      listing.compare().texts(arns, condition -> listing.compare().text("f.arn", condition));
      sql.append(")");
    }
    return listing.page(
        Handles.of(transaction),
        "select x.* from (select rule as tie, * from cis_check_result) x where true",
        switch (question.sortedBy()) {
          case CHECK_ID -> "x.rule";
          case STATUS -> "x.outcome";
          case TITLE -> "coalesce(x.title, '')";
          case LEVEL -> "coalesce(x.level, '')";
          case FINDING_ARN -> "x.finding::text";
        },
        "text",
        page,
        (row, context) -> CisRows.check(row));
  }
}
