package dev.assay.inspector.v2;

import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import java.util.Set;

/// Which accounts' data a caller sees: always its own.
@FunctionalInterface
public interface Visibility {
  /// Everyone sees the own account alone.
  Visibility OWN = (_, tenant) -> Set.of(tenant.account());

  Set<AccountId> accounts(Reading transaction, Tenant tenant);
}
