package dev.assay.inspector.v2;

import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.tenant.Tenant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The accounts that a call names, told apart by whether its caller sees them.
///
/// @param seen those that it may be answered about
/// @param refused all others; whether they exist is not said
record AskedAccounts(List<Tenant> seen, List<String> refused) {
  static final String REFUSAL = "The account is not this one and not a member of it.";

  AskedAccounts {
    seen = List.copyOf(seen);
    refused = List.copyOf(refused);
  }

  /// @param named as the call names them; where it names none, the caller's own is meant
  static AskedAccounts of(Tenant caller, Set<AccountId> visible, @Nullable List<String> named) {
    if (named == null || named.isEmpty()) {
      return new AskedAccounts(List.of(caller), List.of());
    }
    List<Tenant> seen = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    for (String name : new LinkedHashSet<>(named)) {
      AccountId account = new AccountId(name);
      if (visible.contains(account)) {
        seen.add(new Tenant(account, caller.region()));
      } else {
        refused.add(name);
      }
    }
    return new AskedAccounts(seen, refused);
  }
}
