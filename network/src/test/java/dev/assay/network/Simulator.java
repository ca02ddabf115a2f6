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
import dev.assay.network.snapshot.TransitAttachment;
import dev.assay.network.snapshot.VpcEndpoint;
import dev.assay.network.snapshot.VpcGateway;
import dev.assay.network.snapshot.VpcPeering;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The second answer: sends one packet at a time through the raw configuration, rule by rule, and
/// then its reply. It knows nothing of sets; of the product it uses the configuration's values
/// only.
final class Simulator {
  private final NetworkSnapshot net;
  private final Fault fault;
  private final TransitSimulator transit;
  final BalancerSimulator balancers;

  Simulator(NetworkSnapshot net, Fault fault) {
    this.net = net;
    this.fault = fault;
    this.transit = new TransitSimulator(net, fault, this);
    this.balancers = new BalancerSimulator(net, fault, this);
  }

  boolean fromInternet(NetworkInterface to, NetworkInterface.Assigned at, Packet packet) {
    VpcGateway gateway = null;
    for (VpcGateway each : net.internetGateways().values()) {
      if (each.attachedVpcIds().contains(to.vpcId()) || fault == Fault.IGW_NEEDS_NO_ATTACHMENT) {
        gateway = each;
      }
    }
    if (gateway == null || blocked(to) || !isPublic(to, at) || isInternal(to)) {
      return false;
    }
    if (!global(packet.source()) || owns(to.vpcId(), packet.source())) {
      return false;
    }
    return edgeAdmits(gateway, at.address()) && through(gateway.id(), to, packet);
  }

  boolean fromTransitVpn(TransitAttachment from, NetworkInterface to, Packet packet) {
    return !owns(to.vpcId(), packet.source())
        && groupsPass(to, null, packet.source(), packet, true)
        && answers(to, packet)
        && transit.fromVpn(from, to, packet)
        && (noReply(packet) || replyLeaves(to, null, packet))
        && (noReply(packet) || transit.backPastAcls(from, to, packet.reply()));
  }

  boolean fromVpn(VpcGateway gateway, NetworkInterface to, Packet packet) {
    return gateway.attachedVpcIds().contains(to.vpcId())
        && !owns(to.vpcId(), packet.source())
        && through(gateway.id(), to, packet);
  }

  private boolean through(String gateway, NetworkInterface to, Packet packet) {
    if (!aclPasses(to, false, packet.source(), packet)
        || !groupsPass(to, null, packet.source(), packet, true)
        || !answers(to, packet)) {
      return false;
    }
    boolean back =
        fault == Fault.ROUTE_BACK_IGNORED
            || (fault == Fault.VPN_ADMITS_ANY_SOURCE && gateway.startsWith("vgw"))
            || leads(to, packet.source(), gateway);
    return back && replyLeaves(to, null, packet);
  }

  boolean between(NetworkInterface from, NetworkInterface to, Packet packet) {
    if (!runs(from) || !answers(to, packet)) {
      return false;
    }
    boolean names = transit.keepsNames(from, to, packet.destination());
    if (!groupsPass(from, to, packet.destination(), packet, false)
        || !groupsPass(to, from, packet.source(), packet, true, names)) {
      return false;
    }
    Packet back = packet.reply();
    if (!travels(from, to, packet, true) || !travels(to, from, back, false)) {
      return false;
    }
    if (fault == Fault.GROUP_IS_STATELESS && !replyLeaves(to, from, packet)) {
      return false;
    }
    return noReply(packet) || travels(to, from, back, true);
  }

  /// One packet from one interface to another, past the ACLs or only along the routes.
  private boolean travels(
      NetworkInterface from, NetworkInterface to, Packet packet, boolean pastAcls) {
    boolean owners = fault == Fault.SHARED_SUBNET_ISOLATES;
    if (owners && !from.ownerId().equals(to.ownerId())) {
      return false;
    }
    if (from.subnetId().equals(to.subnetId())) {
      return !pastAcls
          || fault != Fault.ACL_WITHIN_SUBNET
          || (aclPasses(from, true, packet.destination(), packet)
              && aclPasses(to, false, packet.source(), packet));
    }
    if (pastAcls && !aclPasses(from, true, packet.destination(), packet)) {
      return false;
    }
    RouteTable.Target target = next(table(from), packet.destination());
    if (target == null) {
      return false;
    }
    if (target.kind() == RouteTable.Kind.TRANSIT_GATEWAY) {
      return transit.travels(target.id(), from, to, packet, pastAcls);
    }
    return joined(target, from, to) && (!pastAcls || aclPasses(to, false, packet.source(), packet));
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

  boolean noReply(Packet packet) {
    return fault == Fault.ACL_IS_STATEFUL
        || !packet.wantsReply()
        || (fault == Fault.ECHO_NEEDS_NO_REPLY
            && (packet.protocol() == 1 || packet.protocol() == 58));
  }

  /// Whether what is behind the interface takes the packet.
  boolean answers(NetworkInterface at, Packet packet) {
    if (!runs(at) || !balancers.hears(at, packet)) {
      return false;
    }
    return fault == Fault.ENDPOINT_DOWN_ANSWERS
        || net.endpoints().values().stream()
            .filter(each -> each.interfaces().contains(at.id()))
            .allMatch(VpcEndpoint::available);
  }

  private boolean isInternal(NetworkInterface node) {
    return fault != Fault.BALANCER_INTERNAL_IS_PUBLIC && balancers.isInternal(node);
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
    if (fault == Fault.SECONDARY_ADDRESS_IGNORED && !at.equals(to.addresses().getFirst())) {
      return false;
    }
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
            || (fault == Fault.ENDPOINT_ROUTE_LEADS_BACK
                && target.kind() == RouteTable.Kind.ENDPOINT)
            || (fault == Fault.NAT_ADMITS && target.kind() == RouteTable.Kind.NAT_GATEWAY));
  }

  private boolean joined(RouteTable.Target target, NetworkInterface from, NetworkInterface to) {
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
    return table(of.subnetId(), of.vpcId());
  }

  RouteTable table(String subnet, String vpc) {
    RouteTable main = null;
    for (RouteTable table : net.routeTables().values()) {
      if (table.subnetIds().contains(subnet)) {
        return table;
      }
      if (table.main() && table.vpcId().equals(vpc)) {
        main = table;
      }
    }
    return Objects.requireNonNull(main);
  }

  RouteTable.@Nullable Target next(RouteTable table, Address address) {
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
        hidden |= route.propagated() && fault == Fault.TRANSIT_PROPAGATION_IGNORED;
        hidden |=
            route.target().kind() == RouteTable.Kind.ATTACHMENT
                && !route.propagated()
                && fault == Fault.TRANSIT_STATIC_IGNORED;
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
    if (best == null) {
      return null;
    }
    Fault passing =
        best.target().kind() == RouteTable.Kind.ATTACHMENT
            ? Fault.TRANSIT_BLACKHOLE_PASSES
            : Fault.ROUTE_BLACKHOLE_PASSES;
    return best.state() == RouteTable.State.BLACKHOLE && fault != passing ? null : best.target();
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

  boolean aclPasses(NetworkInterface at, boolean leaving, Address peer, Packet packet) {
    return aclPasses(at.subnetId(), at.vpcId(), leaving, peer, packet);
  }

  boolean aclPasses(String subnet, String vpc, boolean leaving, Address peer, Packet packet) {
    if (!leaving && fault == Fault.ACL_INBOUND_IGNORED) {
      return true;
    }
    NetworkAcl acl = null;
    for (NetworkAcl each : net.acls().values()) {
      if (each.subnetIds().contains(subnet)) {
        acl = each;
      } else if (acl == null && each.isDefault() && each.vpcId().equals(vpc)) {
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

  boolean groupsPass(
      NetworkInterface of,
      @Nullable NetworkInterface peer,
      Address address,
      Packet packet,
      boolean inbound) {
    return groupsPass(of, peer, address, packet, inbound, false);
  }

  private boolean groupsPass(
      NetworkInterface of,
      @Nullable NetworkInterface peer,
      Address address,
      Packet packet,
      boolean inbound,
      boolean transitNames) {
    if (balancers.isUnguarded(of)) {
      return true;
    }
    int passing = 0;
    for (String id : of.groups()) {
      SecurityGroup group = Objects.requireNonNull(net.groups().get(id));
      boolean passes = false;
      for (SecurityGroup.Rule rule : inbound ? group.inbound() : group.outbound()) {
        boolean spoken =
            fault == Fault.GROUP_IGNORES_PORT
                ? !rule.services().ports(new Protocol(packet.protocol())).isEmpty()
                : speaks(rule.services(), packet);
        passes |= spoken && isPeer(rule.peer(), of, peer, address, transitNames);
      }
      passing += passes ? 1 : 0;
    }
    return fault == Fault.GROUPS_INTERSECT ? passing == of.groups().size() : passing > 0;
  }

  private boolean isPeer(
      SecurityGroup.Peer rule,
      NetworkInterface of,
      @Nullable NetworkInterface peer,
      Address address,
      boolean transitNames) {
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
                  || transitNames
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
  static boolean within(Cidr block, Address address) {
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
