package dev.assay.network;

import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.NetworkInterface;
import java.util.List;

/// Who sends what is to be closed, as far as security groups can name it.
sealed interface Sender {
  /// One interface.
  record One(NetworkInterface from) implements Sender {}

  /// Any interface of other VPCs with one of the addresses.
  record OtherVpcs(String than) implements Sender {}

  /// What has no security group.
  record Outside() implements Sender {}

  /// Those of the senders that have a group.
  ///
  /// @param members all who have it
  /// @param sent what is sent, by address
  default List<NetworkInterface> among(
      String group, List<NetworkInterface> members, TrafficSet sent) {
    return switch (this) {
      case One one -> one.from().groups().contains(group) ? List.of(one.from()) : List.of();
      case OtherVpcs others ->
          members.stream()
              .filter(each -> !each.vpcId().equals(others.than()))
              .filter(each -> sends(each, sent))
              .toList();
      case Outside outside -> List.of();
    };
  }

  private static boolean sends(NetworkInterface each, TrafficSet sent) {
    return each.addresses().stream().anyMatch(own -> !sent.at(own.address()).isEmpty());
  }
}
