package dev.assay.network;

import dev.assay.network.Question.Place;
import dev.assay.network.packet.Address;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Finds what a word of a question means in a snapshot.
public final class Places {
  private final NetworkSnapshot snapshot;
  private final Optional<String> vpc;

  /// @param vpc the VPC that addresses belong to, where several have them
  public Places(NetworkSnapshot snapshot, Optional<String> vpc) {
    this.snapshot = snapshot;
    this.vpc = vpc;
  }

  /// `internet`, the id of an instance, interface, subnet, VPC or gateway, or an address.
  ///
  /// @throws IllegalArgumentException in one line, where it means nothing or several things
  public Place find(String word) {
    if (word.equals("internet") || snapshot.internetGateways().containsKey(word)) {
      return new Place(Place.Kind.INTERNET, word, List.of(), Optional.empty());
    }
    if (snapshot.vpnGateways().containsKey(word)
        || snapshot.transit().gateways().containsKey(word)) {
      return new Place(Place.Kind.VPN_GATEWAY, word, List.of(), Optional.empty());
    }
    if (snapshot.interfaces().containsKey(word)
        || snapshot.instances().containsKey(word)
        || snapshot.subnets().containsKey(word)
        || snapshot.vpcs().containsKey(word)) {
      return of(word, belongsTo(word), Optional.empty());
    }
    return ofAddress(word);
  }

  private static Predicate<NetworkInterface> belongsTo(String id) {
    return each ->
        each.id().equals(id)
            || each.instanceId().filter(id::equals).isPresent()
            || each.subnetId().equals(id)
            || each.vpcId().equals(id);
  }

  private Place of(String word, Predicate<NetworkInterface> which, Optional<Address> address) {
    List<NetworkInterface> found = snapshot.interfaces().values().stream().filter(which).toList();
    if (found.isEmpty()) {
      throw new IllegalArgumentException("'" + word + "' has no interface in the snapshot");
    }
    return new Place(Place.Kind.INTERFACES, word, found, address);
  }

  private Place ofAddress(String word) {
    Address address;
    try {
      address = Address.parse(word);
    } catch (IllegalArgumentException neither) {
      throw new IllegalArgumentException(
          "'" + word + "' is neither an id in the snapshot nor an address", neither);
    }
    List<NetworkInterface> owners =
        snapshot.interfaces().values().stream()
            .filter(each -> vpc.map(each.vpcId()::equals).orElse(true))
            .filter(each -> has(each, address))
            .toList();
    if (owners.size() > 1) {
      throw new IllegalArgumentException(
          "'" + word + "' is an address in several VPCs; say which with --vpc");
    }
    if (!owners.isEmpty()) {
      return new Place(Place.Kind.INTERFACES, word, owners, Optional.of(own(owners, address)));
    }
    if (InternetSources.PUBLIC.at(address).isEmpty()) {
      throw new IllegalArgumentException(
          "'" + word + "' is a private address that no interface in the snapshot has");
    }
    return new Place(Place.Kind.INTERNET, word, List.of(), Optional.of(address));
  }

  private static boolean has(NetworkInterface each, Address address) {
    return each.addresses().stream()
        .anyMatch(
            own ->
                own.address().equals(address)
                    || own.associated().filter(address::equals).isPresent());
  }

  /// The private address that a public one stands for.
  private static Address own(List<NetworkInterface> owners, Address address) {
    return owners.getFirst().addresses().stream()
        .filter(
            own ->
                own.address().equals(address)
                    || own.associated().filter(address::equals).isPresent())
        .findFirst()
        .orElseThrow()
        .address();
  }
}
