package dev.assay.store.classic;

import dev.assay.assessment.classic.evaluation.ClassicSeverity;
import dev.assay.assessment.classic.evaluation.RuleFinding;
import dev.assay.assessment.classic.finding.Asset;
import dev.assay.assessment.classic.finding.RunFinding;
import dev.assay.assessment.classic.rulespackage.RulesPackage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// A row of `classic_finding`. Attributes lie as one JSON object, so that a filter can ask whether
/// it holds others; they come back as keys and values in the order of keys.
final class FindingRow {
  static final String SELECT =
      """
      select finding.*, keys, texts, user_keys, user_texts
      from classic_finding finding
      join classic_run on classic_run.arn = finding.run,
      lateral (
        select coalesce(array_agg(key order by key), '{}') as keys,
          coalesce(array_agg(value order by key), '{}') as texts
        from jsonb_each_text(attributes)) as own,
      lateral (
        select coalesce(array_agg(key order by key), '{}') as user_keys,
          coalesce(array_agg(value order by key), '{}') as user_texts
        from jsonb_each_text(user_attributes)) as given
      """;

  private FindingRow() {}

  static void insert(Handle handle, List<RunFinding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into classic_finding (arn, run, account, region, rules_package, rule, title,
              description, recommendation, severity, confidence, attributes, user_attributes,
              agent, host_name, image, auto_scaling_group, addresses, vpc, subnet,
              tag_keys, tag_values, created_at, updated_at)
            values (:arn, :run, :account, :region, :rules, :rule, :title,
              :description, :recommendation, :severity, :confidence,
              jsonb_object(:keys, :values), jsonb_object(:userKeys, :userValues),
              :agent, :hostName, :image, :group, :addresses, :vpc, :subnet,
              :tagKeys, :tagValues, :createdAt, :updatedAt)
            """);
    findings.forEach(finding -> bind(batch, finding).add());
    batch.execute();
  }

  private static PreparedBatch bind(PreparedBatch batch, RunFinding finding) {
    RuleFinding content = finding.content();
    Asset asset = finding.asset();
    return batch
        .bindMap(Rows.owner(finding.arn().owner()))
        .bind("arn", finding.arn().toString())
        .bind("run", finding.arn().parent().toString())
        .bind("rules", finding.rulesPackage())
        .bind("rule", content.id())
        .bind("title", content.title())
        .bind("description", content.description())
        .bind("recommendation", content.recommendation())
        .bind("severity", content.severity())
        .bind("confidence", content.confidence())
        .bind("keys", Columns.keys(content.attributes()))
        .bind("values", Columns.values(content.attributes()))
        .bind("userKeys", Columns.keys(finding.userAttributes()))
        .bind("userValues", Columns.values(finding.userAttributes()))
        .bind("agent", asset.agentId())
        .bind("hostName", asset.hostName())
        .bind("image", asset.imageId())
        .bind("group", asset.autoScalingGroup())
        .bind("addresses", Columns.texts(asset.ipv4Addresses()))
        .bind("vpc", asset.vpcId())
        .bind("subnet", asset.subnetId())
        .bind("tagKeys", Columns.keys(asset.tags()))
        .bind("tagValues", Columns.values(asset.tags()))
        .bind("createdAt", finding.createdAt())
        .bind("updatedAt", finding.updatedAt());
  }

  static RunFinding finding(ResultSet row) throws SQLException {
    return new RunFinding(
        Columns.arn(row, "arn"),
        RulesPackage.valueOf(row.getString("rules_package")),
        asset(row),
        new RuleFinding(
            row.getString("rule"),
            row.getString("title"),
            row.getString("description"),
            row.getString("recommendation"),
            ClassicSeverity.valueOf(row.getString("severity")),
            row.getInt("confidence"),
            Columns.attributes(row, "keys", "texts")),
        Columns.attributes(row, "user_keys", "user_texts"),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "updated_at"));
  }

  private static Asset asset(ResultSet row) throws SQLException {
    return new Asset(
        row.getString("agent"),
        row.getString("host_name"),
        row.getString("image"),
        row.getString("auto_scaling_group"),
        Columns.texts(row, "addresses"),
        row.getString("vpc"),
        row.getString("subnet"),
        Columns.attributes(row, "tag_keys", "tag_values"));
  }
}
