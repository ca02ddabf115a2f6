package dev.assay.network.snapshot;

import dev.assay.network.packet.Cidr;
import java.util.List;

/// A VPC with the blocks associated with it, IPv4 and IPv6.
public record NetworkVpc(String id, List<Cidr> blocks) {
  public NetworkVpc {
    blocks = List.copyOf(blocks);
  }
}
