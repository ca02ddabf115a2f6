package dev.assay.network.snapshot;

/// A peering connection of two VPCs; only an active one carries packets.
public record VpcPeering(String id, String requesterVpcId, String accepterVpcId, boolean active) {

  public boolean joins(String oneVpcId, String otherVpcId) {
    return (requesterVpcId.equals(oneVpcId) && accepterVpcId.equals(otherVpcId))
        || (requesterVpcId.equals(otherVpcId) && accepterVpcId.equals(oneVpcId));
  }
}
