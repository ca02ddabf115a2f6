package dev.assay.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.network.packet.Address;
import dev.assay.network.packet.Services;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkInterface.Assigned;
import dev.assay.network.snapshot.NetworkSnapshot;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What joined VPCs let in, worked out for all who send alike at once, against every pair of
/// interfaces on its own.
final class JoinedVpcsAgreementTest {
  private static final int FEW = 300;
  private static final int MANY = 5_000;

  /// Who sends to which address of which interface, by what.
  private record End(String joint, Address source, String interfaceId, Address address)
      implements Comparable<End> {
    @Override
    public int compareTo(End other) {
      return toString().compareTo(other.toString());
    }
  }

  @Test
  void classes_of_sources_let_in_what_their_members_do_one_by_one() {
    agree(FEW, net -> net);
  }

  @Test
  void vpcs_with_the_same_addresses_are_kept_apart() {
    agree(FEW, JoinedVpcsAgreementTest::doubled);
  }

  @Tag("slow")
  @Test
  void many_classes_of_sources_let_in_what_their_members_do_one_by_one() {
    agree(MANY, net -> net);
  }

  private static void agree(int topologies, UnaryOperator<NetworkSnapshot> change) {
    long open = 0;
    long undecided = 0;
    long together = 0;
    for (long seed = 0; seed < topologies; seed++) {
      NetworkSnapshot net = change.apply(new Topology(seed).snapshot());
      Reachability analysis = new Reachability(net);
      Map<End, Passing> pairs = new TreeMap<>();
      Map<End, Passing> classes = new TreeMap<>();
      for (NetworkInterface to : net.interfaces().values()) {
        List<Candidate> ways = analysis.fromPeers(to);
        together += ways.size();
        for (NetworkInterface from : net.interfaces().values()) {
          if (!from.vpcId().equals(to.vpcId())) {
            one(pairs, from, to, analysis);
          }
        }
        for (Candidate way : ways) {
          all(classes, way, net);
        }
      }
      assertThat(classes).as("seed %d", seed).isEqualTo(pairs);
      open += pairs.values().stream().filter(each -> !each.sure().isEmpty()).count();
      undecided += pairs.values().stream().filter(each -> !each.sure().equals(each.may())).count();
    }
    assertThat(open).isGreaterThan(topologies);
    assertThat(undecided).isPositive();
    assertThat(together).isLessThan(open);
  }

  /// The second VPC has the addresses of the first.
  private static NetworkSnapshot doubled(NetworkSnapshot net) {
    Map<String, NetworkInterface> interfaces = new TreeMap<>();
    for (NetworkInterface each : net.interfaces().values()) {
      List<Assigned> own =
          each.addresses().stream()
              .map(at -> new Assigned(first(at.address()), at.associated()))
              .toList();
      interfaces.put(
          each.id(),
          new NetworkInterface(
              each.id(),
              each.subnetId(),
              each.vpcId(),
              each.ownerId(),
              each.instanceId(),
              each.primary(),
              own,
              each.groups()));
    }
    assertThat(new Sources(interfaces.values()).layers()).hasSizeGreaterThan(1);
    return new NetworkSnapshot(
        net.vpcs(),
        net.subnets(),
        interfaces,
        net.instances(),
        net.groups(),
        net.acls(),
        net.routeTables(),
        net.internetGateways(),
        net.vpnGateways(),
        net.vpnConnections(),
        net.peerings(),
        net.prefixLists(),
        net.blockPublicAccess(),
        net.internetGatewaysWhole(),
        net.transit(),
        net.balancers(),
        net.endpoints(),
        net.gaps());
  }

  private static Address first(Address address) {
    String text = address.toString();
    return text.startsWith("10.1.") ? Address.parse("10.0." + text.substring(5)) : address;
  }

  private static void one(
      Map<End, Passing> pairs, NetworkInterface from, NetworkInterface to, Reachability analysis) {
    for (Candidate way : analysis.between(from, to)) {
      if (!way.trail().mayPass().isEmpty()) {
        for (Assigned own : from.addresses()) {
          add(pairs, way, joint(way, from), own.address());
        }
      }
    }
  }

  private static void all(Map<End, Passing> classes, Candidate way, NetworkSnapshot net) {
    net.interfaces().values().stream()
        .filter(from -> !from.vpcId().equals(way.destination().vpcId()))
        .flatMap(from -> from.addresses().stream())
        .map(Assigned::address)
        .distinct()
        .forEach(source -> add(classes, way, way.source(), source));
  }

  private static void add(Map<End, Passing> to, Candidate way, String joint, Address source) {
    TrafficSet only = TrafficSet.of(source, Services.ALL);
    Passing passing = Passing.of(way.trail()).and(only);
    if (!passing.isEmpty()) {
      to.merge(new End(joint, source, way.destination().id(), way.address()), passing, Passing::or);
    }
  }

  /// What a way of a single source comes in by.
  private static String joint(Candidate way, NetworkInterface from) {
    return way.trail().hops().stream()
        .takeWhile(hop -> !hop.id().equals(way.destination().id()))
        .filter(hop -> hop.kind().matches("AWS::EC2::(VPCPeeringConnection|TransitGateway)"))
        .map(Hop::id)
        .findFirst()
        .orElse(from.id());
  }
}
