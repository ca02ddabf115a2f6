package dev.assay.store.account;

import dev.assay.assessment.account.AccountSettings;
import dev.assay.assessment.account.SettingsStore;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import dev.assay.store.Documents;
import dev.assay.store.Handles;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/// Settings in `account_settings`, a row for each tenant that ever changed any.
public final class PostgresSettingsStore implements SettingsStore {

  @Override
  public AccountSettings find(Reading transaction, Tenant tenant) {
    return read(Handles.of(transaction), tenant);
  }

  @Override
  public AccountSettings change(
      Writing transaction, Tenant tenant, UnaryOperator<AccountSettings> change) {
    Handle handle = Handles.of(transaction);
    AccountSettings now = change.apply(read(handle, tenant));
    // A change that another transaction made since this one's moment fails the statement, and the
    // whole work runs again on what the other left.
    handle
        .createUpdate(
            """
            insert into account_settings (account, region, document)
            values (:account, :region, :document::jsonb)
            on conflict (account, region) do update set document = excluded.document
            """)
        .bind("account", tenant.account().value())
        .bind("region", tenant.region().value())
        .bind("document", Documents.text(now))
        .execute();
    return now;
  }

  private static AccountSettings read(Handle handle, Tenant tenant) {
    return handle
        .select(
            "select document from account_settings where account = ? and region = ?",
            tenant.account().value(),
            tenant.region().value())
        .mapTo(String.class)
        .findOne()
        .map(document -> Documents.read(document, AccountSettings.class))
        .orElse(AccountSettings.DEFAULT);
  }
}
