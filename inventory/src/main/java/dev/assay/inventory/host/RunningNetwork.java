package dev.assay.inventory.host;

import dev.assay.scap.host.InterfaceAddress;
import dev.assay.scap.host.Reading;
import dev.assay.scap.procfs.AddressText;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.List;

/// The addresses of this machine's network interfaces.
final class RunningNetwork {
  private static final int BITS = 32;

  private RunningNetwork() {}

  static Reading<List<InterfaceAddress>> addresses(String name) {
    try {
      NetworkInterface found = NetworkInterface.getByName(name);
      return found == null
          ? new Reading.Absent<>()
          : new Reading.Read<>(
              found.getInterfaceAddresses().stream().map(RunningNetwork::address).toList());
    } catch (IOException failed) {
      return new Reading.Unreadable<>(String.valueOf(failed.getMessage()));
    }
  }

  private static InterfaceAddress address(java.net.InterfaceAddress each) {
    String text = text(each.getAddress());
    int prefix = each.getNetworkPrefixLength();
    return each.getAddress() instanceof Inet6Address
        ? new InterfaceAddress(true, text + "/" + prefix, "", "")
        : new InterfaceAddress(
            false,
            text,
            each.getBroadcast() == null ? "" : text(each.getBroadcast()),
            netmask(prefix));
  }

  private static String text(InetAddress address) {
    return AddressText.of(address.getAddress());
  }

  private static String netmask(int prefix) {
    int mask = prefix == 0 ? 0 : -1 << (BITS - prefix);
    return (mask >>> 24)
        + "."
        + (mask >>> 16 & 255)
        + "."
        + (mask >>> 8 & 255)
        + "."
        + (mask & 255);
  }
}
