package dev.assay.inspector.v2;

import dev.assay.assessment.organization.Membership;
import dev.assay.assessment.organization.MembershipStore;
import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import java.util.Set;
import java.util.TreeSet;

/// An account sees itself and the accounts that named it their administrator and that it took in.
public final class MemberVisibility implements Visibility {
  private final MembershipStore memberships;

  public MemberVisibility(MembershipStore memberships) {
    this.memberships = memberships;
  }

  @Override
  public Set<AccountId> accounts(Reading transaction, Tenant tenant) {
    Set<AccountId> seen = new TreeSet<>();
    seen.add(tenant.account());
    memberships.membersOf(transaction, tenant.account(), tenant.region()).stream()
        .filter(Membership::associated)
        .map(Membership::account)
        .forEach(seen::add);
    return seen;
  }
}
