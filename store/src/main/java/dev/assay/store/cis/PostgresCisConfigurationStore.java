package dev.assay.store.cis;

import dev.assay.assessment.cis.CisConfiguration;
import dev.assay.assessment.cis.CisConfigurationStore;
import dev.assay.assessment.cis.CisFacet;
import dev.assay.assessment.cis.CisLevel;
import dev.assay.assessment.cis.CisQuestion;
import dev.assay.assessment.cis.CisTargets;
import dev.assay.assessment.query.Page;
import dev.assay.assessment.query.PageRequest;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import dev.assay.store.Documents;
import dev.assay.store.Handles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;

/// Configurations in `cis_configuration`.
public final class PostgresCisConfigurationStore implements CisConfigurationStore {

  @Override
  public void add(Writing transaction, CisConfiguration configuration) {
    bind(
            Handles.of(transaction)
                .createUpdate(
                    """
                    insert into cis_configuration
                      (arn, id, account, region, name, level, schedule, target_accounts,
                        target_tags, tags, begun_at, seen_to)
                    values (:arn, :id, :account, :region, :name, :level, :schedule::jsonb,
                      :accounts, :targetTags::jsonb, :tags::jsonb, :begunAt, :seenTo)
                    """)
                .bind("id", configuration.id())
                .bind("account", configuration.tenant().account().value())
                .bind("region", configuration.tenant().region().value()),
            configuration)
        .execute();
  }

  @Override
  public void replace(Writing transaction, CisConfiguration configuration) {
    bind(
            Handles.of(transaction)
                .createUpdate(
                    """
                    update cis_configuration set name = :name, level = :level,
                      schedule = :schedule::jsonb, target_accounts = :accounts,
                      target_tags = :targetTags::jsonb, tags = :tags::jsonb,
                      begun_at = :begunAt, seen_to = :seenTo
                    where arn = :arn
                    """),
            configuration)
        .execute();
  }

  private static <T extends SqlStatement<T>> T bind(T statement, CisConfiguration configuration) {
    return statement
        .bind("arn", configuration.arn())
        .bind("name", configuration.name())
        .bind("level", configuration.level().name())
        .bind("schedule", ScheduleDocument.write(configuration.schedule()))
        .bind("accounts", configuration.targets().accounts().toArray(String[]::new))
        .bind("targetTags", TagLists.write(configuration.targets().tags()))
        .bind("tags", Documents.text(configuration.tags()))
        .bind("begunAt", configuration.begunAt())
        .bind("seenTo", configuration.seenTo());
  }

  @Override
  public void remove(Writing transaction, CisConfiguration configuration) {
    Handles.of(transaction)
        .execute("delete from cis_configuration where arn = ?", configuration.arn());
  }

  @Override
  public Optional<CisConfiguration> find(Reading transaction, String arn) {
    return Handles.of(transaction)
        .select("select * from cis_configuration where arn = ?", arn)
        .map((row, context) -> read(row))
        .findOne();
  }

  @Override
  public Page<CisConfiguration> list(
      Reading transaction,
      Tenant tenant,
      CisQuestion<CisFacet.Configuration> question,
      PageRequest page) {
    var listing = new CisListing<>(question, tenant.toString());
    listing.sql().append(" and x.account = ").value(tenant.account().value());
    listing.sql().append(" and x.region = ").value(tenant.region().value());
    listing.text(CisFacet.Configuration.NAME, "x.name");
    listing.text(CisFacet.Configuration.ARN, "x.arn");
    TargetTags.anyOf(listing, question.tags());
    return listing.page(
        Handles.of(transaction),
        "select x.* from (select arn as tie, * from cis_configuration) x where true",
        switch (question.sortedBy()) {
          case NAME -> "x.name";
          case ARN -> "x.arn";
        },
        "text",
        page,
        (row, context) -> read(row));
  }

  private static CisConfiguration read(ResultSet row) throws SQLException {
    return new CisConfiguration(
        Tenant.of(row.getString("account"), row.getString("region")),
        row.getObject("id", UUID.class),
        row.getString("name"),
        CisLevel.valueOf(row.getString("level")),
        ScheduleDocument.read(row.getString("schedule")),
        new CisTargets(
            List.of((String[]) row.getArray("target_accounts").getArray()),
            TagLists.read(row.getString("target_tags"))),
        Documents.texts(row.getString("tags")),
        row.getTimestamp("begun_at").toInstant(),
        row.getTimestamp("seen_to").toInstant());
  }
}
