package dev.assay.assessment.cis;

import dev.assay.assessment.organization.Membership;
import dev.assay.assessment.organization.MembershipStore;
import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Which accounts the words of a configuration mean, at a moment: only its owner and the accounts
/// that the owner administers then.
public final class CisAccounts {
  private final MembershipStore memberships;

  public CisAccounts(MembershipStore memberships) {
    this.memberships = memberships;
  }

  /// The accounts that are meant, each once.
  public List<AccountId> meant(Reading transaction, Tenant owner, List<String> words) {
    Set<AccountId> seen = seen(transaction, owner);
    if (words.contains(CisTargets.ALL)) {
      return List.copyOf(seen);
    }
    return seen.stream()
        .filter(
            account ->
                words.contains(account.value())
                    || (account.equals(owner.account()) && words.contains(CisTargets.SELF)))
        .toList();
  }

  /// The accounts that are named and that the owner does not see.
  public List<String> strange(Reading transaction, Tenant owner, List<String> words) {
    Set<AccountId> seen = seen(transaction, owner);
    return words.stream()
        .filter(word -> !word.equals(CisTargets.ALL) && !word.equals(CisTargets.SELF))
        .filter(word -> !seen.contains(new AccountId(word)))
        .toList();
  }

  private Set<AccountId> seen(Reading transaction, Tenant owner) {
    Set<AccountId> seen = new TreeSet<>();
    seen.add(owner.account());
    memberships.membersOf(transaction, owner.account(), owner.region()).stream()
        .filter(Membership::associated)
        .map(Membership::account)
        .forEach(seen::add);
    return seen;
  }
}
