package dev.assay.network;

import dev.assay.network.packet.Address;
import dev.assay.network.packet.Cidr;
import dev.assay.network.packet.Protocol;
import dev.assay.network.packet.Services;
import dev.assay.network.snapshot.BlockPublicAccess;
import dev.assay.network.snapshot.NetworkAcl;
import dev.assay.network.snapshot.NetworkInstance;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import dev.assay.network.snapshot.NetworkVpc;
import dev.assay.network.snapshot.RouteTable;
import dev.assay.network.snapshot.SecurityGroup;
import dev.assay.network.snapshot.VpcGateway;
import dev.assay.network.snapshot.VpcPeering;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The second answer: sends one packet at a time through the raw configuration, rule by rule, and
/// then its reply. It knows nothing of sets; of the product it uses the configuration's values
// only.
final class Simulator {
  private final NetworkSnapshot net;
  private final Fault fault;

  Simulator(NetworkSnapshot net, Fault fault) {
    this.net = net;
    this.fault = fault;
  }

  boolean fromInternet(NetworkInterface to, NetworkInterface.Assigned at, Packet packet) {
    VpcGateway gateway = null;
    for (VpcGateway each : net.internetGateways().values()) {
      if (each.attachedVpcIds().contains(to.vpcId()) || fault == Fault.IGW_NEEDS_NO_ATTACHMENT) {
        gateway = each;
      }
    }
    if (gateway == null || blocked(to) || !isPublic(to, at)) {
      return false;
    }
    if (!global(packet.source()) || owns(to.vpcId(), packet.source())) {
      return false;
    }
    return edgeAdmits(gateway, at.address()) && through(gateway.id(), to, packet);
  }

  boolean fromVpn(VpcGateway gateway, NetworkInterface to, Packet packet) {
    return gateway.attachedVpcIds().contains(to.vpcId())
        && !owns(to.vpcId(), packet.source())
        && through(gateway.id(), to, packet);
  }

  private boolean through(String gateway, NetworkInterface to, Packet packet) {
    if (!aclPasses(to, false, packet.source(), packet)
        || !groupsPass(to, null, packet.source(), packet, true)
        || !runs(to)) {
      return false;
    }
    boolean back =
        fault == Fault.ROUTE_BACK_IGNORED
            || (fault == Fault.VPN_ADMITS_ANY_SOURCE && gateway.startsWith("vgw"))
            || leads(to, packet.source(), gateway);
    return back && replyLeaves(to, null, packet);
  }

  boolean between(NetworkInterface from, NetworkInterface to, Packet packet) {
    if (!runs(from) || !runs(to)) {
      return false;
    }
    boolean sameSubnet = from.subnetId().equals(to.subnetId());
    boolean edge = !sameSubnet || fault == Fault.ACL_WITHIN_SUBNET;
    if (!groupsPass(from, to, packet.destination(), packet, false)
        || !groupsPass(to, from, packet.source(), packet, true)) {
      return false;
    }
    if (edge
        && (!aclPasses(from, true, packet.destination(), packet)
            || !aclPasses(to, false, packet.source(), packet))) {
      return false;
    }
    if (!sameSubnet
        && (!joined(from, to, packet.destination()) || !joined(to, from, packet.source()))) {
      return false;
    }
    if (!edge) {
      return fault != Fault.GROUP_IS_STATELESS || replyLeaves(to, from, packet);
    }
    return replyLeaves(to, from, packet) && replyArrives(from, packet);
  }

  private boolean replyLeaves(NetworkInterface of, @Nullable NetworkInterface peer, Packet packet) {
    if (noReply(packet)) {
      return true;
    }
    Packet reply = packet.reply();
    if (fault == Fault.GROUP_IS_STATELESS && !groupsPass(of, peer, packet.source(), reply, false)) {
      return false;
    }
    return aclPasses(of, true, packet.source(), reply);
  }

  private boolean replyArrives(NetworkInterface at, Packet packet) {
    return noReply(packet) || aclPasses(at, false, packet.destination(), packet.reply());
  }

  private boolean noReply(Packet packet) {
    return fault == Fault.ACL_IS_STATEFUL
        || !packet.wantsReply()
        || (fault == Fault.ECHO_NEEDS_NO_REPLY
            && (packet.protocol() == 1 || packet.protocol() == 58));
  }

  private boolean runs(NetworkInterface of) {
    return fault == Fault.STOPPED_ANSWERS
        || of.instanceId()
            .map(id -> Objects.requireNonNull(net.instances().get(id)).state())
            .map(state -> state == NetworkInstance.State.RUNNING)
            .orElse(true);
  }

  private boolean blocked(NetworkInterface to) {
    BlockPublicAccess block = net.blockPublicAccess();
    if (block.mode() == BlockPublicAccess.Mode.OFF || fault == Fault.BLOCK_PUBLIC_ACCESS_IGNORED) {
      return false;
    }
    boolean excluded =
        block.openVpcIds().contains(to.vpcId()) || block.openSubnetIds().contains(to.subnetId());
    return !excluded || fault == Fault.BLOCK_EXCLUSIONS_IGNORED;
  }

  private boolean isPublic(NetworkInterface to, NetworkInterface.Assigned at) {
    boolean ipv6 = at.address().family() == Address.Family.IPV6;
    if (fault == Fault.IGW_NEEDS_NO_ASSOCIATION && !ipv6) {
      return true;
    }
    if (fault == Fault.IGW_ASSOCIATION_OF_ANY_ADDRESS && !ipv6) {
      return to.addresses().stream().anyMatch(each -> each.associated().isPresent());
    }
    return ipv6
        ? fault != Fault.IPV6_NEEDS_ASSOCIATION && global(at.address())
        : at.associated().isPresent();
  }

  private static boolean global(Address address) {
    if (address.family() == Address.Family.IPV6) {
      return address.high() >>> 61 == 1;
    }
    int a = (int) (address.low() >>> 24);
    int b = (int) (address.low() >>> 16 & 255);
    boolean special = a == 0 || a == 10 || a == 127 || a >= 224;
    return !special
        && !(a == 100 && b >= 64 && b < 128)
        && !(a == 169 && b == 254)
        && !(a == 172 && b >= 16 && b < 32)
        && !(a == 192 && b == 168);
  }

  private boolean owns(String vpc, Address address) {
    NetworkVpc of = net.vpcs().get(vpc);
    return of != null && of.blocks().stream().anyMatch(block -> within(block, address));
  }

  private boolean edgeAdmits(VpcGateway gateway, Address address) {
    if (fault == Fault.ROUTE_EDGE_IGNORED) {
      return true;
    }
    for (RouteTable table : net.routeTables().values()) {
      if (table.gatewayIds().contains(gateway.id())) {
        RouteTable.Target target = next(table, address);
        return target != null && target.kind() == RouteTable.Kind.LOCAL;
      }
    }
    return true;
  }

  private boolean leads(NetworkInterface from, Address to, String gateway) {
    RouteTable.Target target = next(table(from), to);
    return target != null
        && (target.id().equals(gateway)
            || (fault == Fault.NAT_ADMITS && target.kind() == RouteTable.Kind.NAT_GATEWAY));
  }

  private boolean joined(NetworkInterface from, NetworkInterface to, Address address) {
    RouteTable.Target target = next(table(from), address);
    if (target == null) {
      return false;
    }
    if (target.kind() == RouteTable.Kind.LOCAL) {
      return from.vpcId().equals(to.vpcId());
    }
    VpcPeering peering = net.peerings().get(target.id());
    if (peering == null || (!peering.active() && fault != Fault.PEERING_NEED_NOT_BE_ACTIVE)) {
      return false;
    }
    return fault == Fault.PEERING_IS_TRANSITIVE || ends(peering, from, to);
  }

  private static boolean ends(VpcPeering peering, NetworkInterface one, NetworkInterface other) {
    List<String> vpcs = List.of(peering.requesterVpcId(), peering.accepterVpcId());
    return vpcs.contains(one.vpcId())
        && vpcs.contains(other.vpcId())
        && !one.vpcId().equals(other.vpcId());
  }

  private RouteTable table(NetworkInterface of) {
    RouteTable main = null;
    for (RouteTable table : net.routeTables().values()) {
      if (table.subnetIds().contains(of.subnetId())) {
        return table;
      }
      if (table.main() && table.vpcId().equals(of.vpcId())) {
        main = table;
      }
    }
    return Objects.requireNonNull(main);
  }

  private RouteTable.@Nullable Target next(RouteTable table, Address address) {
    RouteTable.Route best = null;
    int length = -1;
    int rank = 9;
    boolean local = owns(table.vpcId(), address);
    for (RouteTable.Route route : table.routes()) {
      for (Cidr block : blocks(route)) {
        int ours =
            route.propagated()
                ? fault == Fault.ROUTE_PROPAGATED_WINS ? -1 : 2
                : route.destination() instanceof RouteTable.Destination.Block ? 0 : 1;
        boolean hidden = route.propagated() && local && fault != Fault.ROUTE_PROPAGATED_WINS;
        boolean better = block.length() > length || (block.length() == length && ours < rank);
        if (within(block, address)
            && !hidden
            && (fault == Fault.ROUTE_FIRST_WINS ? best == null : better)) {
          best = route;
          length = block.length();
          rank = ours;
        }
      }
    }
    return best == null
            || (best.state() == RouteTable.State.BLACKHOLE && fault != Fault.ROUTE_BLACKHOLE_PASSES)
        ? null
        : best.target();
  }

  private List<Cidr> blocks(RouteTable.Route route) {
    return switch (route.destination()) {
      case RouteTable.Destination.Block block -> List.of(block.cidr());
      case RouteTable.Destination.Prefixes list -> entries(list.prefixListId());
    };
  }

  private List<Cidr> entries(String list) {
    return Objects.requireNonNull(net.prefixLists().get(list)).entries();
  }

  private boolean aclPasses(NetworkInterface at, boolean leaving, Address peer, Packet packet) {
    if (!leaving && fault == Fault.ACL_INBOUND_IGNORED) {
      return true;
    }
    NetworkAcl acl = null;
    for (NetworkAcl each : net.acls().values()) {
      if (each.subnetIds().contains(at.subnetId())) {
        acl = each;
      } else if (acl == null && each.isDefault() && each.vpcId().equals(at.vpcId())) {
        acl = each;
      }
    }
    List<NetworkAcl.Entry> entries =
        new ArrayList<>(
            leaving
                ? Objects.requireNonNull(acl).outbound()
                : Objects.requireNonNull(acl).inbound());
    Comparator<NetworkAcl.Entry> order = Comparator.comparingInt(NetworkAcl.Entry::number);
    entries.sort(fault == Fault.ACL_LAST_ENTRY_WINS ? order.reversed() : order);
    for (NetworkAcl.Entry entry : entries) {
      if (within(entry.peer(), peer) && speaks(entry.services(), packet)) {
        return entry.action() == NetworkAcl.Action.ALLOW;
      }
    }
    return fault == Fault.ACL_DEFAULT_ALLOWS;
  }

  private boolean groupsPass(
      NetworkInterface of,
      @Nullable NetworkInterface peer,
      Address address,
      Packet packet,
      boolean inbound) {
    int passing = 0;
    for (String id : of.groups()) {
      SecurityGroup group = Objects.requireNonNull(net.groups().get(id));
      boolean passes = false;
      for (SecurityGroup.Rule rule : inbound ? group.inbound() : group.outbound()) {
        boolean spoken =
            fault == Fault.GROUP_IGNORES_PORT
                ? !rule.services().ports(new Protocol(packet.protocol())).isEmpty()
                : speaks(rule.services(), packet);
        passes |= spoken && isPeer(rule.peer(), of, peer, address);
      }
      passing += passes ? 1 : 0;
    }
    return fault == Fault.GROUPS_INTERSECT ? passing == of.groups().size() : passing > 0;
  }

  private boolean isPeer(
      SecurityGroup.Peer rule,
      NetworkInterface of,
      @Nullable NetworkInterface peer,
      Address address) {
    return switch (rule) {
      case SecurityGroup.Peer.Block block ->
          fault == Fault.GROUP_IGNORES_ADDRESS
              ? block.cidr().first().family() == address.family()
              : within(block.cidr(), address);
      case SecurityGroup.Peer.Prefixes list ->
          fault != Fault.GROUP_IGNORES_PREFIX_LISTS
              && entries(list.prefixListId()).stream().anyMatch(each -> within(each, address));
      case SecurityGroup.Peer.Members members ->
          fault != Fault.GROUP_IGNORES_REFERENCES
              && peer != null
              && peer.groups().contains(members.groupId())
              && (of.vpcId().equals(peer.vpcId())
                  || (fault != Fault.GROUP_REFERENCE_STAYS_IN_VPC && peered(of, peer)));
    };
  }

  private boolean peered(NetworkInterface one, NetworkInterface other) {
    return net.peerings().values().stream()
        .anyMatch(each -> each.active() && ends(each, one, other));
  }

  private static boolean speaks(Services services, Packet packet) {
    return services.contains(new Protocol(packet.protocol()), packet.port());
  }

  /// Bit by bit, as a router's table would.
  private static boolean within(Cidr block, Address address) {
    if (block.first().family() != address.family()) {
      return false;
    }
    for (int bit = 0; bit < block.length(); bit++) {
      if (bit(block.first(), bit) != bit(address, bit)) {
        return false;
      }
    }
    return true;
  }

  private static long bit(Address address, int bit) {
    if (address.family() == Address.Family.IPV4) {
      return address.low() >>> (31 - bit) & 1;
    }
    return bit < 64 ? address.high() >>> (63 - bit) & 1 : address.low() >>> (127 - bit) & 1;
  }
}
