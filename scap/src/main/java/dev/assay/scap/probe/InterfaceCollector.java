package dev.assay.scap.probe;

import dev.assay.scap.host.Host;
import dev.assay.scap.host.InterfaceAddress;
import dev.assay.scap.host.Reading;
import dev.assay.scap.oval.Collected;
import dev.assay.scap.oval.CollectionRequest;
import dev.assay.scap.oval.Flag;
import dev.assay.scap.oval.Item;
import dev.assay.scap.oval.ObjectCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// `interface_object`: network interfaces with their hardware address and flags, as `/sys` shows
/// them, an item for each of their network addresses.
final class InterfaceCollector implements ObjectCollector {
  private static final String ROOT = "/sys/class/net";
  private static final int UP = 0x1;
  private static final int RUNNING = 0x40;
  private static final Map<String, String> TYPES =
      Map.of(
          "1", "ARPHRD_ETHER",
          "512", "ARPHRD_PPP",
          "768", "ARPHRD_TUNNEL",
          "769", "ARPHRD_TUNNEL6",
          "772", "ARPHRD_LOOPBACK",
          "776", "ARPHRD_SIT",
          "801", "ARPHRD_IEEE80211");

  /// The bits of `IFF_…` in the order in which OpenSCAP names them.
  private static final Map<Integer, String> FLAGS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(0x1, "UP"),
              Map.entry(0x2, "BROADCAST"),
              Map.entry(0x4, "DEBUG"),
              Map.entry(0x8, "LOOPBACK"),
              Map.entry(0x10, "POINTOPOINT"),
              Map.entry(0x20, "NOTRAILERS"),
              Map.entry(0x40, "RUNNING"),
              Map.entry(0x80, "NOARP"),
              Map.entry(0x100, "PROMISC"),
              Map.entry(0x200, "ALLMULTI"),
              Map.entry(0x400, "MASTER"),
              Map.entry(0x800, "SLAVE"),
              Map.entry(0x1000, "MULTICAST"),
              Map.entry(0x2000, "PORTSEL"),
              Map.entry(0x4000, "AUTOMEDIA"),
              Map.entry(0x8000, "DYNAMIC")));

  private final Host host;

  InterfaceCollector(Host host) {
    this.host = host;
  }

  @Override
  public Collected collect(CollectionRequest request) {
    return switch (host.names(ROOT)) {
      case Reading.Read<List<String>>(List<String> names) -> {
        List<Item> items = new ArrayList<>();
        for (String name : names) {
          // Bonding keeps a plain file among the interfaces.
          if (request.accepts("name", name)
              && host.names(ROOT + "/" + name) instanceof Reading.Read) {
            items.addAll(items(name));
          }
        }
        yield Collected.all(items);
      }
      case Reading.Absent<List<String>> absent ->
          Collected.none(Flag.NOT_COLLECTED, ROOT + " is not there.");
      case Reading.Unreadable<List<String>>(String why) ->
          Collected.none(Flag.ERROR, ROOT + ": " + why);
    };
  }

  private List<Item> items(String name) {
    return host.addresses(name)
                instanceof Reading.Read<List<InterfaceAddress>>(List<InterfaceAddress> addresses)
            && !addresses.isEmpty()
        ? addresses.stream().map(address -> item(name, address)).toList()
        : List.of(item(name, null));
  }

  private Item item(String name, @Nullable InterfaceAddress address) {
    Item.Draft draft = Item.draft("interface").text("name", name);
    String type = text(name, "type");
    draft.text("type", TYPES.getOrDefault(type, "ARPHRD_" + type));
    draft.text("hardware_addr", text(name, "address").toUpperCase(Locale.ROOT));
    if (address == null) {
      List.of("inet_addr", "broadcast_addr", "netmask").forEach(draft::notCollected);
    } else {
      String datatype = address.six() ? "ipv6_address" : "ipv4_address";
      draft.typed("inet_addr", datatype, address.address());
      draft.typed("broadcast_addr", datatype, address.broadcast());
      draft.typed("netmask", datatype, address.netmask());
    }
    String flags = text(name, "flags").replaceFirst("^0x", "");
    if (flags.isEmpty()) {
      return draft.notCollected("flag").exists();
    }
    int bits = Integer.parseInt(flags, 16) | (runs(name, flags) ? RUNNING : 0);
    FLAGS.forEach(
        (bit, word) -> {
          if ((bits & bit) != 0) {
            draft.text("flag", word);
          }
        });
    return draft.exists();
  }

  /// The kernel adds this to the flags that it tells: up, and not known to be without a carrier.
  private boolean runs(String name, String flags) {
    return (Integer.parseInt(flags, 16) & UP) != 0
        && List.of("up", "unknown").contains(text(name, "operstate"));
  }

  private String text(String name, String file) {
    return host.content(ROOT + "/" + name + "/" + file)
            instanceof Reading.Read<byte[]>(byte[] bytes)
        ? TextFileContentCollector.decode(bytes).strip()
        : "";
  }
}
