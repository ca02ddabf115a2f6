package dev.assay.network.snapshot;

import dev.assay.network.packet.Cidr;
import dev.assay.network.packet.Services;
import java.util.List;

/// A network ACL: stateless; the entry with the lowest number that matches decides, and where none
/// does, the packet is dropped.
///
/// @param vpcId the VPC whose default this is where `isDefault`
public record NetworkAcl(
    String id,
    String vpcId,
    boolean isDefault,
    List<String> subnetIds,
    List<Entry> inbound,
    List<Entry> outbound) {
  public NetworkAcl {
    subnetIds = List.copyOf(subnetIds);
    inbound = List.copyOf(inbound);
    outbound = List.copyOf(outbound);
  }

  /// One numbered rule.
  public record Entry(int number, Action action, Cidr peer, Services services) {}

  /// What an entry does with what it matches.
  public enum Action {
    ALLOW,
    DENY
  }
}
