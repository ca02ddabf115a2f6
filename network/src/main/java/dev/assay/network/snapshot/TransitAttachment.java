package dev.assay.network.snapshot;

import java.util.List;
import java.util.Optional;

/// What is attached to a transit gateway. A peering is attached to two of them, once to each, under
/// one id.
///
/// @param resourceId the VPC, the VPN connection, or the transit gateway at the other end
/// @param tableId the route table that its packets are routed by; empty where none is associated
/// @param subnetIds of a VPC, one for each zone in which the gateway has an interface
/// @param namesGroups of a VPC, whether its rules may refer to groups of other attached VPCs
/// @param anyZone of a VPC, whether packets may enter in another zone than they come from
public record TransitAttachment(
    String id,
    String gatewayId,
    Kind kind,
    String resourceId,
    boolean available,
    Optional<String> tableId,
    List<String> subnetIds,
    boolean namesGroups,
    boolean anyZone) {
  public TransitAttachment {
    subnetIds = List.copyOf(subnetIds);
  }

  /// What it is; `OTHER` is not modelled, nor is what comes through Direct Connect.
  public enum Kind {
    VPC,
    VPN,
    PEERING,
    DIRECT_CONNECT,
    OTHER
  }
}
