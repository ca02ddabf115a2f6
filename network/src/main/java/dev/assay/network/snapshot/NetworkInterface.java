package dev.assay.network.snapshot;

import dev.assay.network.packet.Address;
import java.util.List;
import java.util.Optional;

/// An elastic network interface.
///
/// @param ownerId the account that it belongs to: in a shared subnet, not the subnet's
/// @param instanceId the instance it is attached to; empty for any other, or none
/// @param primary whether it is the instance's first: the one that balancers send to
/// @param addresses private IPv4 addresses, the primary one first, and IPv6 addresses
/// @param groups the security groups in force, by id
public record NetworkInterface(
    String id,
    String subnetId,
    String vpcId,
    String ownerId,
    Optional<String> instanceId,
    boolean primary,
    List<Assigned> addresses,
    List<String> groups) {
  public NetworkInterface {
    addresses = List.copyOf(addresses);
    groups = List.copyOf(groups);
  }

  /// One address of the interface, and the public one that an internet gateway maps to it.
  public record Assigned(Address address, Optional<Address> associated) {}
}
