package dev.assay.assessment.query;

import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.tenant.Region;
import java.util.List;
import java.util.Set;

/// Which findings: those of the accounts that the caller may see, in a region, for which every
/// criterion holds.
///
/// @param accounts never empty: a question is always within what its asker may see
public record FindingQuery(
    Set<AccountId> accounts, Region region, List<Criterion> criteria, FindingOrder order) {
  public FindingQuery {
    accounts = Set.copyOf(accounts);
    criteria = List.copyOf(criteria);
    if (accounts.isEmpty()) {
      throw new IllegalArgumentException("A question within no account at all");
    }
  }
}
