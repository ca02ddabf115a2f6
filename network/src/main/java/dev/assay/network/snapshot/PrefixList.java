package dev.assay.network.snapshot;

import dev.assay.network.packet.Cidr;
import java.util.List;

/// A managed prefix list with its entries.
public record PrefixList(String id, List<Cidr> entries) {
  public PrefixList {
    entries = List.copyOf(entries);
  }
}
