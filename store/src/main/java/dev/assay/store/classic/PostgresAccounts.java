package dev.assay.store.classic;

import dev.assay.assessment.classic.Attribute;
import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.classic.account.AccountStore;
import dev.assay.assessment.classic.account.RegisteredRole;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import dev.assay.store.Handles;
import java.util.List;
import java.util.Optional;

final class PostgresAccounts implements AccountStore {
  @Override
  public void setTags(Writing transaction, ClassicArn template, List<Attribute> tags) {
    Handles.of(transaction)
        .createUpdate(
            "update classic_template set tag_keys = :keys, tag_values = :values where arn = :arn")
        .bind("arn", template.toString())
        .bind("keys", Columns.keys(tags))
        .bind("values", Columns.values(tags))
        .execute();
  }

  @Override
  public List<Attribute> tags(Reading transaction, ClassicArn template) {
    return Handles.of(transaction)
        .createQuery("select tag_keys, tag_values from classic_template where arn = :arn")
        .bind("arn", template.toString())
        .map((row, _) -> Columns.attributes(row, "tag_keys", "tag_values"))
        .one();
  }

  @Override
  public void setRole(Writing transaction, Tenant tenant, RegisteredRole role) {
    Handles.of(transaction)
        .createUpdate(
            """
            insert into classic_role values (:account, :region, :arn, :registeredAt)
            on conflict (account, region) do update
            set arn = excluded.arn, registered_at = excluded.registered_at
            """)
        .bindMap(Rows.owner(tenant))
        .bind("arn", role.arn())
        .bind("registeredAt", role.registeredAt())
        .execute();
  }

  @Override
  public Optional<RegisteredRole> role(Reading transaction, Tenant tenant) {
    return Handles.of(transaction)
        .createQuery("select * from classic_role where account = :account and region = :region")
        .bindMap(Rows.owner(tenant))
        .map(
            (row, _) ->
                new RegisteredRole(row.getString("arn"), Columns.instant(row, "registered_at")))
        .findOne();
  }
}
