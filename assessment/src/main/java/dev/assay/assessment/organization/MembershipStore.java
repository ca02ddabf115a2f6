package dev.assay.assessment.organization;

import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.tenant.Region;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import java.util.List;
import java.util.Optional;

/// Where memberships are kept: a port of the service.
public interface MembershipStore {

  /// Keeps an account's first choice of an administrator.
  ///
  /// @return false where it has one already
  boolean add(Writing transaction, Membership membership);

  /// Keeps whether the administrator has taken the account in.
  ///
  /// @return false where the account does not name that administrator (any more)
  boolean replace(Writing transaction, Membership membership);

  /// Forgets that an account named an administrator.
  ///
  /// @return whether it had
  boolean remove(Writing transaction, Tenant account, AccountId administrator);

  /// The membership of an account, taken in or not.
  Optional<Membership> find(Reading transaction, Tenant account);

  /// The accounts that name an administrator, by account id.
  List<Membership> membersOf(Reading transaction, AccountId administrator, Region region);
}
