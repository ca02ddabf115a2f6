package dev.assay.store.classic;

import dev.assay.assessment.classic.TenantTurn;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Writing;
import dev.assay.store.Handles;

/// Takes a turn by changing the tenant's row: who waited for another's change runs again, and sees
/// it.
final class PostgresTenantTurn implements TenantTurn {
  @Override
  public void take(Writing transaction, Tenant tenant) {
    Handles.of(transaction)
        .createUpdate(
            """
            insert into classic_tenant values (:account, :region, 1)
            on conflict (account, region) do update set turns = classic_tenant.turns + 1
            """)
        .bind("account", tenant.account().value())
        .bind("region", tenant.region().value())
        .execute();
  }
}
