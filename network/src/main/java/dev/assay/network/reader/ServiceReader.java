package dev.assay.network.reader;

import dev.assay.network.packet.PortSet;
import dev.assay.network.packet.Protocol;
import dev.assay.network.packet.Services;
import java.util.Optional;

/// Reads which protocol and ports a rule is about.
final class ServiceReader {
  private static final String EVERY = "-1";

  private ServiceReader() {}

  /// A security group's `IpProtocol`, `FromPort`, `ToPort`; for ICMP these are type and code.
  static Services ofGroup(Json rule) {
    return of(rule.need("IpProtocol"), rule.number("FromPort"), rule.number("ToPort"));
  }

  /// A network ACL's `Protocol` with `PortRange` or `IcmpTypeCode`.
  static Services ofAcl(Json entry) {
    String word = entry.need("Protocol");
    Optional<Json> code = entry.child("IcmpTypeCode");
    if (!word.equals(EVERY) && Protocol.parse(word).isIcmp()) {
      return of(word, code.flatMap(at -> at.number("Type")), code.flatMap(at -> at.number("Code")));
    }
    Optional<Json> range = entry.child("PortRange");
    return of(word, range.flatMap(at -> at.number("From")), range.flatMap(at -> at.number("To")));
  }

  private static Services of(String word, Optional<Integer> from, Optional<Integer> to) {
    if (word.equals(EVERY) || word.equals("all")) {
      return Services.ALL;
    }
    Protocol protocol = Protocol.parse(word);
    if (protocol.isIcmp()) {
      return Services.of(protocol, messages(from.orElse(-1), to.orElse(-1)));
    }
    if (!protocol.hasPorts() || from.orElse(-1) == -1) {
      return Services.of(protocol, PortSet.ALL);
    }
    return Services.of(protocol, PortSet.range(from.orElse(0), to.orElse(PortSet.LAST)));
  }

  private static PortSet messages(int type, int code) {
    if (type == -1) {
      return PortSet.ALL;
    }
    if (type < 0 || type > 255 || code < -1 || code > 255) {
      throw new IllegalArgumentException("impossible ICMP type and code " + type + ", " + code);
    }
    return code == -1
        ? PortSet.range(type << 8, (type << 8) + 255)
        : PortSet.range((type << 8) + code, (type << 8) + code);
  }
}
