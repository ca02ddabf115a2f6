package dev.assay.network;

import com.github.javabdd.BDD;
import com.github.javabdd.BDDFactory;
import com.github.javabdd.JFactory;
import dev.assay.network.packet.Address;
import dev.assay.network.packet.Cidr;
import dev.assay.network.packet.PortSet;
import dev.assay.network.packet.Services;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.NetworkAcl;
import java.math.BigInteger;
import java.util.List;

/// Filters as binary decision diagrams: a second way to the same sets, which shares nothing with
/// the interval algebra. One variable for each bit of (family, address, protocol, port); an IPv4
/// address is the last 32 bits of the address, the others zero.
final class FilterDiagrams {
  private static final int ADDRESS_BITS = 129;
  private static final int PROTOCOL_BITS = 8;
  private static final int PORT_BITS = 16;
  private static final int PROTOCOL_AT = ADDRESS_BITS;
  private static final int PORT_AT = PROTOCOL_AT + PROTOCOL_BITS;

  private final BDDFactory factory = JFactory.init(200_000, 20_000);

  FilterDiagrams() {
    factory.setVarNum(PORT_AT + PORT_BITS);
  }

  /// The first entry that matches decides, told as nested conditions.
  BDD acl(List<NetworkAcl.Entry> inOrder) {
    if (inOrder.isEmpty()) {
      return factory.zero();
    }
    NetworkAcl.Entry first = inOrder.getFirst();
    BDD otherwise = acl(inOrder.subList(1, inOrder.size()));
    BDD decided = first.action() == NetworkAcl.Action.ALLOW ? factory.one() : factory.zero();
    return rule(first.peer(), first.services()).ite(decided, otherwise);
  }

  BDD rule(Cidr block, Services services) {
    return prefix(block).and(services(services));
  }

  BDD nothing() {
    return factory.zero();
  }

  /// What the interval algebra came to.
  BDD traffic(TrafficSet set) {
    BDD all = factory.zero();
    for (TrafficSet.Part part : set.parts()) {
      BDD addresses =
          atLeast(0, ADDRESS_BITS, number(part.first()))
              .and(atMost(0, ADDRESS_BITS, number(part.last())));
      all = all.or(addresses.and(services(part.services())));
    }
    return all;
  }

  BDD services(Services services) {
    if (services.equals(Services.ALL)) {
      return factory.one();
    }
    BDD all = factory.zero();
    for (Services.Part part : services.parts()) {
      BigInteger protocol = BigInteger.valueOf(part.protocol().number());
      BDD same =
          atLeast(PROTOCOL_AT, PROTOCOL_BITS, protocol)
              .and(atMost(PROTOCOL_AT, PROTOCOL_BITS, protocol));
      BDD ports = factory.zero();
      for (PortSet.Range range : part.ports().ranges()) {
        ports =
            ports.or(
                atLeast(PORT_AT, PORT_BITS, BigInteger.valueOf(range.first()))
                    .and(atMost(PORT_AT, PORT_BITS, BigInteger.valueOf(range.last()))));
      }
      all = all.or(same.and(ports));
    }
    return all;
  }

  /// The bits of a block, one by one: no interval is involved.
  private BDD prefix(Cidr block) {
    int fixed = ADDRESS_BITS - block.first().family().bits() + block.length();
    BigInteger value = number(block.first());
    BDD all = factory.one();
    for (int bit = 0; bit < fixed; bit++) {
      all = all.and(literal(bit, value.testBit(ADDRESS_BITS - 1 - bit)));
    }
    return all;
  }

  private BDD literal(int variable, boolean set) {
    return set ? factory.ithVar(variable) : factory.nithVar(variable);
  }

  private BDD atLeast(int from, int bits, BigInteger bound) {
    BDD result = factory.one();
    for (int bit = 0; bit < bits; bit++) {
      BDD one = factory.ithVar(from + bits - 1 - bit);
      result = bound.testBit(bit) ? one.and(result) : one.or(result);
    }
    return result;
  }

  private BDD atMost(int from, int bits, BigInteger bound) {
    BDD result = factory.one();
    for (int bit = 0; bit < bits; bit++) {
      BDD zero = factory.nithVar(from + bits - 1 - bit);
      result = bound.testBit(bit) ? zero.or(result) : zero.and(result);
    }
    return result;
  }

  private static BigInteger number(Address address) {
    return (address.family() == Address.Family.IPV4 ? BigInteger.ZERO : BigInteger.ONE)
        .shiftLeft(64)
        .or(unsigned(address.high()))
        .shiftLeft(64)
        .or(unsigned(address.low()));
  }

  private static BigInteger unsigned(long value) {
    return new BigInteger(Long.toUnsignedString(value));
  }
}
