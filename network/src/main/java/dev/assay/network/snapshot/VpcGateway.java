package dev.assay.network.snapshot;

import java.util.List;

/// An internet gateway or a VPN gateway.
///
/// @param attachedVpcIds the VPCs with an attachment in force
public record VpcGateway(String id, List<String> attachedVpcIds) {
  public VpcGateway {
    attachedVpcIds = List.copyOf(attachedVpcIds);
  }
}
