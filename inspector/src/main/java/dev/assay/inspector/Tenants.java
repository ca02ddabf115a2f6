package dev.assay.inspector;

import dev.assay.assessment.tenant.Tenant;
import dev.assay.awsapi.value.Caller;

/// Whose data a call is about.
public final class Tenants {
  private Tenants() {}

  /// The account of the key that signed, in the region that was signed for.
  public static Tenant of(Caller caller) {
    return Tenant.of(caller.accountId(), caller.region());
  }
}
