package dev.assay.store.classic;

import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.classic.Listing;
import dev.assay.assessment.classic.NamePattern;
import dev.assay.assessment.classic.target.AssessmentTarget;
import dev.assay.assessment.classic.target.ResourceGroup;
import dev.assay.assessment.classic.target.TargetStore;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import dev.assay.store.Handles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

final class PostgresTargets implements TargetStore {
  @Override
  public void add(Writing transaction, ResourceGroup group) {
    Handles.of(transaction)
        .createUpdate(
            """
            insert into classic_resource_group
            values (:arn, :account, :region, :keys, :values, :createdAt)
            """)
        .bind("arn", group.arn().toString())
        .bindMap(owner(group.arn().owner()))
        .bind("keys", Columns.keys(group.tags()))
        .bind("values", Columns.values(group.tags()))
        .bind("createdAt", group.createdAt())
        .execute();
  }

  @Override
  public long countGroups(Reading transaction, Tenant tenant) {
    return Rows.count(transaction, "classic_resource_group", tenant);
  }

  @Override
  public Map<String, ResourceGroup> groups(Reading transaction, Collection<String> arns) {
    return Handles.of(transaction)
        .createQuery("select * from classic_resource_group where arn = any(:arns)")
        .bind("arns", Columns.texts(arns))
        .map(
            (row, _) ->
                new ResourceGroup(
                    Columns.arn(row, "arn"),
                    Columns.attributes(row, "tag_keys", "tag_values"),
                    Columns.instant(row, "created_at")))
        .collect(Collectors.toMap(group -> group.arn().toString(), Function.identity()));
  }

  @Override
  public void add(Writing transaction, AssessmentTarget target) {
    Handles.of(transaction)
        .createUpdate(
            """
            insert into classic_target
              (arn, account, region, name, resource_group, created_at, updated_at)
            values (:arn, :account, :region, :name, :group, :createdAt, :updatedAt)
            """)
        .bindMap(owner(target.arn().owner()))
        .bind("arn", target.arn().toString())
        .bind("name", target.name())
        .bind("group", group(target))
        .bind("createdAt", target.createdAt())
        .bind("updatedAt", target.updatedAt())
        .execute();
  }

  @Override
  public void update(Writing transaction, AssessmentTarget target) {
    Handles.of(transaction)
        .createUpdate(
            """
            update classic_target
            set name = :name, resource_group = :group, updated_at = :updatedAt
            where arn = :arn
            """)
        .bind("arn", target.arn().toString())
        .bind("name", target.name())
        .bind("group", group(target))
        .bind("updatedAt", target.updatedAt())
        .execute();
  }

  @Override
  public void delete(Writing transaction, ClassicArn target) {
    Rows.delete(transaction, "classic_target", target);
  }

  @Override
  public long countTargets(Reading transaction, Tenant tenant) {
    return Rows.count(transaction, "classic_target", tenant);
  }

  @Override
  public Map<String, AssessmentTarget> targets(Reading transaction, Collection<String> arns) {
    return Handles.of(transaction)
        .createQuery("select * from classic_target where arn = any(:arns)")
        .bind("arns", Columns.texts(arns))
        .map((row, _) -> target(row))
        .collect(Collectors.toMap(target -> target.arn().toString(), Function.identity()));
  }

  @Override
  public Optional<AssessmentTarget> named(Reading transaction, Tenant tenant, String name) {
    return Handles.of(transaction)
        .createQuery(
            """
            select * from classic_target
            where account = :account and region = :region and name = :name
            """)
        .bindMap(owner(tenant))
        .bind("name", name)
        .map((row, _) -> target(row))
        .findOne();
  }

  @Override
  public List<Listing.Row<String>> list(
      Reading transaction, Tenant tenant, @Nullable NamePattern pattern, long after, int most) {
    return Handles.of(transaction)
        .createQuery(
            """
            select number, arn from classic_target
            where account = :account and region = :region and number > :after
              and (:name::text is null or name like :name escape '\\')
            order by number limit :most
            """)
        .bindMap(owner(tenant))
        .bind("name", pattern == null ? null : pattern.like())
        .bind("after", after)
        .bind("most", most)
        .map((row, _) -> Rows.listed(row))
        .list();
  }

  private static AssessmentTarget target(ResultSet row) throws SQLException {
    String group = row.getString("resource_group");
    return new AssessmentTarget(
        Columns.arn(row, "arn"),
        row.getString("name"),
        group == null ? null : Columns.arn(group),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "updated_at"));
  }

  private static @Nullable String group(AssessmentTarget target) {
    return target.group() == null ? null : target.group().toString();
  }

  private static Map<String, String> owner(Tenant tenant) {
    return Rows.owner(tenant);
  }
}
