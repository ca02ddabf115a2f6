package dev.assay.network;

import dev.assay.network.Remediation.Change;
import dev.assay.network.snapshot.NetworkAcl;
import dev.assay.network.snapshot.NetworkSnapshot;
import dev.assay.network.snapshot.RouteTable;
import dev.assay.network.snapshot.SecurityGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// An account with what was proposed done to it.
final class Remedied {
  private Remedied() {}

  static NetworkSnapshot by(Remediation remediation, NetworkSnapshot account) {
    NetworkSnapshot changed = account;
    for (Change change : remediation.changes()) {
      changed =
          switch (change) {
            case Change.Revoke revoke -> changed.with(revoked(revoke, changed));
            case Change.Deny deny -> denied(deny, changed);
            case Change.DeleteRoute delete -> deleted(delete, changed);
          };
    }
    return changed;
  }

  private static SecurityGroup revoked(Change.Revoke revoke, NetworkSnapshot account) {
    SecurityGroup group = Objects.requireNonNull(account.groups().get(revoke.groupId()));
    List<SecurityGroup.Rule> rules = new ArrayList<>(group.inbound());
    if (!rules.removeIf(revoke.rule()::equals)) {
      throw new IllegalArgumentException("no such rule: " + revoke);
    }
    if (!revoke.keep().isEmpty()) {
      rules.add(new SecurityGroup.Rule("kept", revoke.rule().peer(), revoke.keep()));
    }
    return new SecurityGroup(group.id(), group.vpcId(), group.name(), rules, group.outbound());
  }

  private static NetworkSnapshot denied(Change.Deny deny, NetworkSnapshot account) {
    Map<String, NetworkAcl> acls = new TreeMap<>(account.acls());
    NetworkAcl acl = Objects.requireNonNull(acls.get(deny.aclId()));
    List<NetworkAcl.Entry> entries = new ArrayList<>(acl.inbound());
    if (entries.stream().anyMatch(each -> each.number() == deny.number()) || deny.number() < 1) {
      throw new IllegalArgumentException("no such number is free: " + deny);
    }
    entries.add(
        new NetworkAcl.Entry(deny.number(), NetworkAcl.Action.DENY, deny.peer(), deny.services()));
    acls.put(
        acl.id(),
        new NetworkAcl(
            acl.id(), acl.vpcId(), acl.isDefault(), acl.subnetIds(), entries, acl.outbound()));
    return with(account, acls, account.routeTables());
  }

  private static NetworkSnapshot deleted(Change.DeleteRoute delete, NetworkSnapshot account) {
    Map<String, RouteTable> tables = new TreeMap<>(account.routeTables());
    RouteTable table = Objects.requireNonNull(tables.get(delete.tableId()));
    List<RouteTable.Route> routes = new ArrayList<>(table.routes());
    if (!routes.removeIf(delete.route()::equals)) {
      throw new IllegalArgumentException("no such route: " + delete);
    }
    tables.put(
        table.id(),
        new RouteTable(
            table.id(),
            table.vpcId(),
            table.main(),
            table.subnetIds(),
            table.gatewayIds(),
            routes));
    return with(account, account.acls(), tables);
  }

  private static NetworkSnapshot with(
      NetworkSnapshot account, Map<String, NetworkAcl> acls, Map<String, RouteTable> tables) {
    return new NetworkSnapshot(
        account.vpcs(),
        account.subnets(),
        account.interfaces(),
        account.instances(),
        account.groups(),
        acls,
        tables,
        account.internetGateways(),
        account.vpnGateways(),
        account.vpnConnections(),
        account.peerings(),
        account.prefixLists(),
        account.blockPublicAccess(),
        account.internetGatewaysWhole(),
        account.transit(),
        account.balancers(),
        account.endpoints(),
        account.gaps());
  }
}
