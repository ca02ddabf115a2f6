package dev.assay.network;

import dev.assay.network.packet.Address;
import dev.assay.network.packet.Cidr;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Where blocks begin and end. Addresses with no boundary between them are in the same blocks, so
/// that nothing that asks for blocks tells them apart.
final class Boundaries {
  private final Address[] starts;

  Boundaries(Stream<Cidr> blocks) {
    TreeSet<Address> all = new TreeSet<>();
    blocks.forEach(
        block -> {
          all.add(block.first());
          block.last().next().ifPresent(all::add);
        });
    this.starts = all.toArray(Address[]::new);
  }

  /// The number of the stretch that an address is in.
  int stretch(Address address) {
    int at = Arrays.binarySearch(starts, address);
    return at >= 0 ? at + 1 : -at - 1;
  }
}
