package dev.assay.store.classic;

import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.classic.Listing;
import dev.assay.assessment.classic.template.AssessmentTemplate;
import dev.assay.assessment.classic.template.DescribedTemplate;
import dev.assay.assessment.classic.template.TemplateFilter;
import dev.assay.assessment.classic.template.TemplateStore;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import dev.assay.store.Handles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

final class PostgresTemplates implements TemplateStore {
  @Override
  public void add(Writing transaction, AssessmentTemplate template) {
    Handles.of(transaction)
        .createUpdate(
            """
            insert into classic_template (arn, target, account, region, name, seconds,
              rules_packages, attribute_keys, attribute_values, created_at)
            values (:arn, :target, :account, :region, :name, :seconds,
              :rules, :keys, :values, :createdAt)
            """)
        .bindMap(Rows.owner(template.arn().owner()))
        .bind("arn", template.arn().toString())
        .bind("target", template.arn().parent().toString())
        .bind("name", template.name())
        .bind("seconds", template.duration().toSeconds())
        .bind("rules", Columns.names(template.rulesPackages()))
        .bind("keys", Columns.keys(template.userAttributes()))
        .bind("values", Columns.values(template.userAttributes()))
        .bind("createdAt", template.createdAt())
        .execute();
  }

  @Override
  public void delete(Writing transaction, ClassicArn template) {
    Rows.delete(transaction, "classic_template", template);
  }

  @Override
  public long count(Reading transaction, Tenant tenant) {
    return Rows.count(transaction, "classic_template", tenant);
  }

  @Override
  public Map<String, AssessmentTemplate> find(Reading transaction, Collection<String> arns) {
    return Handles.of(transaction)
        .createQuery("select * from classic_template where arn = any(:arns)")
        .bind("arns", Columns.texts(arns))
        .map((row, _) -> template(row))
        .collect(Collectors.toMap(template -> template.arn().toString(), Function.identity()));
  }

  @Override
  public Map<String, DescribedTemplate> describe(Reading transaction, Collection<String> arns) {
    return Handles.of(transaction)
        .createQuery(
            """
            select classic_template.*,
              (select count(*) from classic_run where template = classic_template.arn) as runs,
              (select arn from classic_run where template = classic_template.arn
                order by number desc limit 1) as last_run
            from classic_template where arn = any(:arns)
            """)
        .bind("arns", Columns.texts(arns))
        .map(
            (row, _) ->
                new DescribedTemplate(template(row), row.getString("last_run"), row.getInt("runs")))
        .collect(
            Collectors.toMap(
                described -> described.template().arn().toString(), Function.identity()));
  }

  @Override
  public boolean isNamed(Reading transaction, ClassicArn target, String name) {
    return Handles.of(transaction)
        .createQuery(
            "select exists (select from classic_template where target = :target and name = :name)")
        .bind("target", target.toString())
        .bind("name", name)
        .mapTo(Boolean.class)
        .one();
  }

  @Override
  public List<Listing.Row<String>> list(
      Reading transaction, Tenant tenant, TemplateFilter filter, long after, int most) {
    return Handles.of(transaction)
        .createQuery(
            """
            select number, arn from classic_template
            where account = :account and region = :region and number > :after
              and (cardinality(:targets) = 0 or target = any(:targets))
              and (:name::text is null or name like :name escape '\\')
              and (:least::integer is null or seconds >= :least)
              and (:longest::integer is null or seconds <= :longest)
              and rules_packages @> :rules::text[]
            order by number limit :most
            """)
        .bindMap(Rows.owner(tenant))
        .bind("targets", Columns.texts(filter.targets()))
        .bind("name", filter.name() == null ? null : filter.name().like())
        .bind("least", filter.duration().least())
        .bind("longest", filter.duration().most())
        .bind("rules", Columns.names(filter.rulesPackages()))
        .bind("after", after)
        .bind("most", most)
        .map((row, _) -> Rows.listed(row))
        .list();
  }

  private static AssessmentTemplate template(ResultSet row) throws SQLException {
    return new AssessmentTemplate(
        Columns.arn(row, "arn"),
        row.getString("name"),
        Duration.ofSeconds(row.getInt("seconds")),
        Columns.rulesPackages(row, "rules_packages"),
        Columns.attributes(row, "attribute_keys", "attribute_values"),
        Columns.instant(row, "created_at"));
  }
}
