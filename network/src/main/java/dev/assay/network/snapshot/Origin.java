package dev.assay.network.snapshot;

import java.util.Optional;

/// Whose a component is, as far as the snapshot says.
///
/// @param account twelve digits
/// @param region its name
public record Origin(Optional<String> account, Optional<String> region) {
  public static final Origin UNKNOWN = new Origin(Optional.empty(), Optional.empty());

  /// What this does not say is as the other has it.
  public Origin or(Origin other) {
    return new Origin(account.or(other::account), region.or(other::region));
  }
}
