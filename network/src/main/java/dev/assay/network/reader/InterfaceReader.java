package dev.assay.network.reader;

import dev.assay.network.packet.Address;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkInterface.Assigned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads one interface, as `describe-network-interfaces` prints it or as `describe-instances` does
/// within an instance.
final class InterfaceReader {
  private InterfaceReader() {}

  static NetworkInterface read(Json from, Optional<String> instanceId) {
    List<Assigned> addresses = new ArrayList<>();
    for (Json each : from.list("PrivateIpAddresses")) {
      addresses.add(assigned(each));
    }
    if (addresses.isEmpty() && from.text("PrivateIpAddress").isPresent()) {
      addresses.add(assigned(from));
    }
    from.texts("Ipv6Addresses", "Ipv6Address")
        .forEach(text -> addresses.add(new Assigned(Address.parse(text), Optional.empty())));
    return new NetworkInterface(
        from.need("NetworkInterfaceId"),
        from.need("SubnetId"),
        from.need("VpcId"),
        from.text("OwnerId").orElse(""),
        instanceId.or(() -> from.child("Attachment").flatMap(at -> at.text("InstanceId"))),
        from.child("Attachment").flatMap(at -> at.number("DeviceIndex")).orElse(0) == 0,
        addresses,
        from.texts("Groups", "GroupId"));
  }

  private static Assigned assigned(Json address) {
    return new Assigned(
        Address.parse(address.need("PrivateIpAddress")),
        address
            .child("Association")
            .flatMap(association -> association.text("PublicIp"))
            .map(Address::parse));
  }
}
