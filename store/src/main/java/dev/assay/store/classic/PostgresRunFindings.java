package dev.assay.store.classic;

import dev.assay.assessment.classic.Attribute;
import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.classic.Listing;
import dev.assay.assessment.classic.evaluation.ClassicSeverity;
import dev.assay.assessment.classic.finding.RunFinding;
import dev.assay.assessment.classic.finding.RunFindingFilter;
import dev.assay.assessment.classic.finding.RunFindingStore;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import dev.assay.store.Handles;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

final class PostgresRunFindings implements RunFindingStore {
  @Override
  public void add(Writing transaction, List<RunFinding> findings) {
    FindingRow.insert(Handles.of(transaction), findings);
  }

  @Override
  public void deleteAll(Writing transaction, ClassicArn run) {
    Handles.of(transaction)
        .createUpdate("delete from classic_finding where run = :run")
        .bind("run", run.toString())
        .execute();
  }

  @Override
  public Map<String, RunFinding> find(Reading transaction, Collection<String> arns) {
    return Handles.of(transaction)
        .createQuery(FindingRow.SELECT + "where ended and finding.arn = any(:arns)")
        .bind("arns", Columns.texts(arns))
        .map((row, _) -> FindingRow.finding(row))
        .collect(Collectors.toMap(finding -> finding.arn().toString(), Function.identity()));
  }

  @Override
  public List<Listing.Row<RunFinding>> ofRun(
      Reading transaction, ClassicArn run, long after, int most) {
    return Handles.of(transaction)
        .createQuery(
            FindingRow.SELECT
                + """
                where ended and finding.run = :run and finding.number > :after
                order by finding.number limit :most
                """)
        .bind("run", run.toString())
        .bind("after", after)
        .bind("most", most)
        .map((row, _) -> new Listing.Row<>(row.getLong("number"), FindingRow.finding(row)))
        .list();
  }

  @Override
  public List<Listing.Row<String>> list(
      Reading transaction, Tenant tenant, RunFindingFilter filter, long after, int most) {
    return Handles.of(transaction)
        .createQuery(
            """
            select finding.number, finding.arn from classic_finding finding
            join classic_run on classic_run.arn = finding.run and ended
            where finding.account = :account and finding.region = :region
              and finding.number > :after
              and (cardinality(:runs) = 0 or run = any(:runs))
              and (cardinality(:agents) = 0 or agent = any(:agents))
              and (cardinality(:groups) = 0 or auto_scaling_group = any(:groups))
              and (cardinality(:ruleNames) = 0 or rule = any(:ruleNames))
              and (cardinality(:severities) = 0 or severity = any(:severities))
              and (cardinality(:rules) = 0 or rules_package = any(:rules))
              and attributes @> jsonb_object(:keys, :values)
              and jsonb_exists_all(attributes, :keysOnly)
              and user_attributes @> jsonb_object(:userKeys, :userValues)
              and jsonb_exists_all(user_attributes, :userKeysOnly)
              and (:from::timestamptz is null or finding.created_at >= :from)
              and (:to::timestamptz is null or finding.created_at <= :to)
            order by finding.number limit :most
            """)
        .bindMap(Rows.owner(tenant))
        .bind("runs", Columns.texts(filter.runs()))
        .bind("agents", Columns.texts(filter.agentIds()))
        .bind("groups", Columns.texts(filter.autoScalingGroups()))
        .bind("ruleNames", Columns.texts(filter.ruleNames()))
        .bind("severities", Columns.names(filter.severities()))
        .bind("rules", Columns.names(filter.rulesPackages()))
        .bind("keys", Columns.keys(valued(filter.attributes())))
        .bind("values", Columns.values(valued(filter.attributes())))
        .bind("keysOnly", Columns.keys(filter.attributes()))
        .bind("userKeys", Columns.keys(valued(filter.userAttributes())))
        .bind("userValues", Columns.values(valued(filter.userAttributes())))
        .bind("userKeysOnly", Columns.keys(filter.userAttributes()))
        .bind("from", filter.created().begin())
        .bind("to", filter.created().end())
        .bind("after", after)
        .bind("most", most)
        .map((row, _) -> Rows.listed(row))
        .list();
  }

  private static List<Attribute> valued(List<Attribute> attributes) {
    return attributes.stream().filter(attribute -> attribute.value() != null).toList();
  }

  @Override
  public Map<String, Map<ClassicSeverity, Long>> counts(
      Reading transaction, Collection<String> runs) {
    Map<String, Map<ClassicSeverity, Long>> counts = new HashMap<>();
    Handles.of(transaction)
        .createQuery(
            """
            select run, severity, count(*) as findings from classic_finding
            join classic_run on classic_run.arn = run and ended
            where run = any(:runs) group by run, severity
            """)
        .bind("runs", Columns.texts(runs))
        .map(
            (row, _) ->
                counts
                    .computeIfAbsent(
                        row.getString("run"), _ -> new EnumMap<>(ClassicSeverity.class))
                    .put(
                        ClassicSeverity.valueOf(row.getString("severity")),
                        row.getLong("findings")))
        .list();
    return counts;
  }

  @Override
  public void update(
      Writing transaction, ClassicArn finding, List<Attribute> userAttributes, Instant now) {
    Handles.of(transaction)
        .createUpdate(
            """
            update classic_finding
            set user_attributes = jsonb_object(:keys, :values), updated_at = :now
            where arn = :arn
            """)
        .bind("arn", finding.toString())
        .bind("keys", Columns.keys(userAttributes))
        .bind("values", Columns.values(userAttributes))
        .bind("now", now)
        .execute();
  }
}
