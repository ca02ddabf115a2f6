package dev.assay.network;

import dev.assay.network.packet.Address;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import dev.assay.network.snapshot.RouteTable;
import dev.assay.network.snapshot.TransitAttachment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One packet at a time through transit gateways.
final class TransitSimulator {
  private static final int MOST_HOPS = 8;

  private final NetworkSnapshot net;
  private final Fault fault;
  private final Simulator simulator;

  TransitSimulator(NetworkSnapshot net, Fault fault, Simulator simulator) {
    this.net = net;
    this.fault = fault;
    this.simulator = simulator;
  }

  boolean travels(
      String gateway, NetworkInterface from, NetworkInterface to, Packet packet, boolean pastAcls) {
    TransitAttachment near = ofVpc(gateway, from.vpcId());
    if (near == null || !enters(near, from, packet, pastAcls)) {
      return false;
    }
    TransitAttachment far = lands(near, packet.destination());
    return far != null
        && far.kind() == TransitAttachment.Kind.VPC
        && far.resourceId().equals(to.vpcId())
        && leaves(near, far, zone(from.subnetId()), to, packet, pastAcls);
  }

  private boolean enters(
      TransitAttachment near, NetworkInterface from, Packet packet, boolean pastAcls) {
    if (!isAvailable(near)) {
      return false;
    }
    for (String subnet : near.subnetIds()) {
      if (zone(subnet).equals(zone(from.subnetId()))
          || fault == Fault.TRANSIT_ENTERED_IN_ANY_ZONE) {
        return !pastAcls
            || fault == Fault.TRANSIT_ACL_IGNORED
            || simulator.aclPasses(subnet, near.resourceId(), false, packet.source(), packet);
      }
    }
    return false;
  }

  /// Where the zone does not tell the gateway's subnet, every one it may be has to do.
  private boolean leaves(
      TransitAttachment near,
      TransitAttachment far,
      String zone,
      NetworkInterface to,
      Packet packet,
      boolean pastAcls) {
    List<String> entries = new ArrayList<>();
    for (String subnet : far.subnetIds()) {
      if (near.gatewayId().equals(far.gatewayId()) && zone(subnet).equals(zone)) {
        entries.add(subnet);
      }
    }
    for (String subnet : entries.isEmpty() ? far.subnetIds() : entries) {
      RouteTable.Target target =
          simulator.next(simulator.table(subnet, to.vpcId()), packet.destination());
      if (target == null || target.kind() != RouteTable.Kind.LOCAL) {
        return false;
      }
      boolean edges = pastAcls && !subnet.equals(to.subnetId());
      if (edges
          && fault != Fault.TRANSIT_ACL_IGNORED
          && !simulator.aclPasses(subnet, to.vpcId(), true, packet.destination(), packet)) {
        return false;
      }
      if (edges && !simulator.aclPasses(to, false, packet.source(), packet)) {
        return false;
      }
    }
    return true;
  }

  private @Nullable TransitAttachment lands(TransitAttachment from, Address address) {
    TransitAttachment at = from;
    for (int hop = 0; hop < MOST_HOPS; hop++) {
      RouteTable table = table(at);
      RouteTable.Target target = table == null ? null : simulator.next(table, address);
      if (target == null) {
        return null;
      }
      TransitAttachment next = find(at.gatewayId(), target.id());
      if (!isAvailable(next)) {
        return null;
      }
      if (next.kind() != TransitAttachment.Kind.PEERING) {
        return next;
      }
      if (fault == Fault.TRANSIT_PEERING_LEADS_NOWHERE) {
        return null;
      }
      at = find(next.resourceId(), next.id());
    }
    return null;
  }

  private @Nullable RouteTable table(TransitAttachment of) {
    if (fault == Fault.TRANSIT_ASSOCIATION_IGNORED) {
      return net.transit().tables().values().stream()
          .filter(each -> each.vpcId().equals(of.gatewayId()))
          .findFirst()
          .orElse(null);
    }
    return of.tableId().map(net.transit().tables()::get).orElse(null);
  }

  private boolean isAvailable(TransitAttachment attachment) {
    return attachment.available() || fault == Fault.TRANSIT_ATTACHMENT_ALWAYS_AVAILABLE;
  }

  private TransitAttachment find(String gateway, String id) {
    return net.transit().attachments().stream()
        .filter(each -> each.gatewayId().equals(gateway) && each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private @Nullable TransitAttachment ofVpc(String gateway, String vpc) {
    return net.transit().attachments().stream()
        .filter(each -> each.gatewayId().equals(gateway) && each.resourceId().equals(vpc))
        .findFirst()
        .orElse(null);
  }

  private String zone(String subnet) {
    return Objects.requireNonNull(net.subnets().get(subnet)).zone();
  }

  /// Whether the far end may know the near end's groups.
  boolean keepsNames(NetworkInterface from, NetworkInterface to, Address address) {
    RouteTable.Target target =
        simulator.next(simulator.table(from.subnetId(), from.vpcId()), address);
    if (target == null || target.kind() != RouteTable.Kind.TRANSIT_GATEWAY) {
      return false;
    }
    TransitAttachment near = ofVpc(target.id(), from.vpcId());
    TransitAttachment far = near == null ? null : lands(near, address);
    if (near == null || far == null || fault == Fault.TRANSIT_NEVER_KEEPS_NAMES) {
      return false;
    }
    boolean on =
        near.namesGroups()
            && far.namesGroups()
            && Objects.requireNonNull(net.transit().gateways().get(target.id())).namesGroups();
    return far.gatewayId().equals(near.gatewayId())
        && (on || fault == Fault.TRANSIT_ALWAYS_KEEPS_NAMES);
  }

  boolean fromVpn(TransitAttachment from, NetworkInterface to, Packet packet) {
    boolean up =
        net.vpnConnections().values().stream()
            .anyMatch(each -> each.id().equals(from.resourceId()) && each.available());
    TransitAttachment far = up && isAvailable(from) ? lands(from, packet.destination()) : null;
    if (far == null || !far.resourceId().equals(to.vpcId())) {
      return false;
    }
    RouteTable.Target back =
        simulator.next(simulator.table(to.subnetId(), to.vpcId()), packet.source());
    boolean returns =
        fault == Fault.TRANSIT_VPN_BACK_IGNORED
            || (back != null
                && back.id().equals(far.gatewayId())
                && from.equals(lands(far, packet.source())));
    return returns
        && leaves(from, far, "", to, packet, true)
        && enters(far, to, packet.reply(), false);
  }

  boolean backPastAcls(TransitAttachment from, NetworkInterface to, Packet reply) {
    TransitAttachment far = lands(from, reply.source());
    return far != null && enters(far, to, reply, true);
  }
}
