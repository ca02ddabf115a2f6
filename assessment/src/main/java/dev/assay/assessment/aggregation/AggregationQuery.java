package dev.assay.assessment.aggregation;

import dev.assay.assessment.query.Criterion;
import dev.assay.assessment.query.Criterion.TextCondition;
import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.tenant.Region;
import java.util.List;
import java.util.Set;

/// Which sums: of the findings of the accounts that the caller may see, in a region, for which
/// every criterion holds.
///
/// @param accounts never empty: a question is always within what its asker may see
/// @param names conditions on the groups' own names: a package's, a title, a resource's id; an
///     {@link Grouping#ACCOUNT} has none to be asked for
public record AggregationQuery(
    Set<AccountId> accounts,
    Region region,
    Grouping grouping,
    List<TextCondition> names,
    List<Criterion> criteria,
    AggregationOrder order) {
  public AggregationQuery {
    accounts = Set.copyOf(accounts);
    names = List.copyOf(names);
    criteria = List.copyOf(criteria);
    if (accounts.isEmpty()) {
      throw new IllegalArgumentException("A question within no account at all");
    }
    if (grouping == Grouping.ACCOUNT && !names.isEmpty()) {
      throw new IllegalArgumentException("Accounts are asked for by criteria, not by name");
    }
  }
}
