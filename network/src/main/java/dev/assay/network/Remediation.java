package dev.assay.network;

import dev.assay.network.packet.Services;
import dev.assay.network.snapshot.SecurityGroup;
import java.util.List;

/// The smallest change of security groups that closes something: each rule that lets it in gives
/// way to one that lets in the rest.
///
/// @param alsoAffects other interfaces that have one of the groups
public record Remediation(List<Change> changes, List<String> alsoAffects) {
  public Remediation {
    changes = List.copyOf(changes);
    alsoAffects = List.copyOf(alsoAffects);
  }

  /// One inbound rule to revoke.
  ///
  /// @param keep what to authorise for the same peer instead; nothing where the rule let in nothing
  ///     else
  public record Change(String groupId, SecurityGroup.Rule revoke, Services keep) {}
}
