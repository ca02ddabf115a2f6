package dev.assay.assessment.account;

import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import java.util.function.UnaryOperator;

/// Where settings are kept: a port of the service.
public interface SettingsStore {

  /// A tenant's settings; the default ones where it has chosen nothing.
  AccountSettings find(Reading transaction, Tenant tenant);

  /// Changes a tenant's settings. Changes to the same tenant's wait for each other, so that none is
  /// lost.
  ///
  /// @return what they are now
  AccountSettings change(Writing transaction, Tenant tenant, UnaryOperator<AccountSettings> change);
}
