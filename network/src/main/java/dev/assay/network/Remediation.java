package dev.assay.network;

import dev.assay.network.packet.Cidr;
import dev.assay.network.packet.Services;
import dev.assay.network.snapshot.RouteTable;
import dev.assay.network.snapshot.SecurityGroup;
import java.util.List;

/// The smallest change that closes something: of the changes that do, the one that takes something
/// from the fewest other interfaces, and of those the one of the fewest rules and entries; routes
/// only where neither a group nor an ACL can close it. All of its changes have to be made together.
///
/// @param changes nothing where no change is known to close it
/// @param alsoAffects other interfaces that then let in less than before
public record Remediation(List<Change> changes, List<String> alsoAffects) {
  public Remediation {
    changes = List.copyOf(changes);
    alsoAffects = List.copyOf(alsoAffects);
  }

  /// One thing to change.
  public sealed interface Change {

    /// An inbound rule to revoke.
    ///
    /// @param keep what to authorise for the same peer instead; nothing where the rule let in
    ///     nothing else
    record Revoke(String groupId, SecurityGroup.Rule rule, Services keep) implements Change {}

    /// An inbound entry to add to a network ACL, before the one that lets it in.
    record Deny(String aclId, int number, Cidr peer, Services services) implements Change {}

    /// A route to delete, by which replies leave: every port is closed to those it leads to, and
    /// nothing is sent there either.
    record DeleteRoute(String tableId, RouteTable.Route route) implements Change {}
  }
}
