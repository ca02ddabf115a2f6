package dev.assay.assessment.classic;

import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Writing;

/// Lets those who change what a tenant has set up go one after the other, so that what one has
/// counted or found free still holds when it commits.
@FunctionalInterface
public interface TenantTurn {
  /// Waits for the others of the tenant; the turn ends with the transaction.
  void take(Writing transaction, Tenant tenant);
}
