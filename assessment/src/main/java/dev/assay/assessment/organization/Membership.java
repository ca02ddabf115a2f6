package dev.assay.assessment.organization;

import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.tenant.Region;
import java.time.Instant;

/// An account's choice of an administrator in a region.
///
/// @param administrator whom the account named
/// @param associated whether the administrator has taken it in, and so sees its data
public record Membership(
    AccountId account,
    Region region,
    AccountId administrator,
    boolean associated,
    Instant changedAt) {

  public Membership withAssociated(boolean now, Instant at) {
    return new Membership(account, region, administrator, now, at);
  }
}
