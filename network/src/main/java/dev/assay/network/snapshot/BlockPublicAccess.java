package dev.assay.network.snapshot;

import java.util.List;

/// VPC block public access: the account's mode in a region and what is excluded from it.
///
/// @param openVpcIds VPCs excluded in both directions
/// @param openSubnetIds subnets excluded in both directions
public record BlockPublicAccess(Mode mode, List<String> openVpcIds, List<String> openSubnetIds) {
  public static final BlockPublicAccess OFF = new BlockPublicAccess(Mode.OFF, List.of(), List.of());

  public BlockPublicAccess {
    openVpcIds = List.copyOf(openVpcIds);
    openSubnetIds = List.copyOf(openSubnetIds);
  }

  /// `BLOCK_INGRESS` still lets NAT and egress-only gateways out.
  public enum Mode {
    OFF,
    BLOCK_INGRESS,
    BLOCK_BIDIRECTIONAL
  }

  public boolean blocksIngress(String vpcId, String subnetId) {
    return mode != Mode.OFF && !openVpcIds.contains(vpcId) && !openSubnetIds.contains(subnetId);
  }
}
