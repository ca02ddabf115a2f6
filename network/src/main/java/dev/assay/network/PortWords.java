package dev.assay.network;

import dev.assay.network.packet.Address;
import dev.assay.network.packet.Cidr;
import dev.assay.network.packet.PortSet;
import dev.assay.network.packet.Protocol;
import dev.assay.network.packet.Services;
import dev.assay.network.packet.TrafficSet;
import java.util.ArrayList;
import java.util.List;

/// Services and sources in words.
public final class PortWords {
  private static final int MOST = 6;

  private PortWords() {}

  public static String of(Protocol protocol, PortSet.Range range) {
    if (range.first() == 0 && range.last() == PortSet.LAST) {
      return protocol.hasPorts() ? protocol.word() + " all ports" : protocol.word();
    }
    if (protocol.isIcmp()) {
      return protocol.word() + " type " + code(range.first()) + " to " + code(range.last());
    }
    return protocol.word()
        + " "
        + range.first()
        + (range.first() == range.last() ? "" : "-" + range.last());
  }

  private static String code(int message) {
    return (message >> 8) + "/" + (message & 255);
  }

  /// At most a handful; how many more there are is said.
  public static String of(Services services) {
    if (services.equals(Services.ALL)) {
      return "all traffic";
    }
    List<String> words =
        services.parts().stream()
            .flatMap(part -> part.ports().ranges().stream().map(each -> of(part.protocol(), each)))
            .toList();
    return shortened(words);
  }

  /// All public addresses of a family, or all but fewer blocks than there are otherwise, are one
  /// word.
  public static String sources(TrafficSet traffic) {
    List<String> words = new ArrayList<>();
    for (Address.Family family : Address.Family.values()) {
      List<String> blocks = blocks(traffic, family);
      List<String> missing = blocks(InternetSources.missing(traffic, family), family);
      if (missing.size() < blocks.size()) {
        words.add(
            (family == Address.Family.IPV4 ? "any public IPv4" : "any public IPv6")
                + (missing.isEmpty() ? "" : " but " + shortened(missing)));
        words.addAll(blocks(traffic.minus(InternetSources.PUBLIC), family));
      } else {
        words.addAll(blocks);
      }
    }
    return shortened(words);
  }

  private static List<String> blocks(TrafficSet traffic, Address.Family family) {
    return traffic.parts().stream()
        .filter(part -> part.first().family() == family)
        .map(part -> block(part.first(), part.last()))
        .toList();
  }

  private static String shortened(List<String> words) {
    return words.size() <= MOST
        ? String.join(", ", words)
        : String.join(", ", words.subList(0, MOST)) + " and " + (words.size() - MOST) + " more";
  }

  private static String block(Address first, Address last) {
    for (int length = 0; length <= first.family().bits(); length++) {
      Cidr block = new Cidr(first, length);
      if (block.first().equals(first) && block.last().equals(last)) {
        return block.toString();
      }
    }
    return first + "-" + last;
  }
}
