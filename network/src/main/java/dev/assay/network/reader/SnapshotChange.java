package dev.assay.network.reader;

import dev.assay.network.snapshot.SecurityGroup;
import dev.assay.network.snapshot.SecurityGroup.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a change file may say beside descriptions, which replace what has the same id:
/// `Remove`, a list of ids, and the calls that change a security group's rules, in AWS's own words,
/// such as `RevokeSecurityGroupIngress` with a list of `{GroupId, IpPermissions}`.
final class SnapshotChange {
  static final Set<String> KEYS =
      Set.of(
          "Remove",
          "AuthorizeSecurityGroupIngress",
          "AuthorizeSecurityGroupEgress",
          "RevokeSecurityGroupIngress",
          "RevokeSecurityGroupEgress");

  private final Collected collected;

  SnapshotChange(Collected collected) {
    this.collected = collected;
  }

  /// @throws IllegalArgumentException quoting what there is not to change
  void apply(String key, Json root) {
    for (Json each : root.list(key)) {
      if (key.equals("Remove")) {
        remove(each.node().asString());
      } else {
        rules(key, each);
      }
    }
  }

  private void remove(String id) {
    boolean found = false;
    for (Map<String, ?> all : collected.byId()) {
      found |= all.remove(id) != null;
    }
    if (!found) {
      throw new IllegalArgumentException("nothing in the snapshot has the id '" + id + "'");
    }
  }

  private void rules(String key, Json call) {
    String id = call.need("GroupId");
    SecurityGroup group = collected.groups.get(id);
    if (group == null) {
      throw new IllegalArgumentException("there is no security group '" + id + "'");
    }
    List<Rule> named = GroupReader.rules(call.list("IpPermissions"));
    if (named.isEmpty()) {
      throw new IllegalArgumentException(key + " of '" + id + "' names no rule");
    }
    boolean authorize = key.startsWith("Authorize");
    boolean inbound = key.endsWith("Ingress");
    List<Rule> rules = new ArrayList<>(inbound ? group.inbound() : group.outbound());
    for (Rule rule : named) {
      if (authorize) {
        rules.add(rule);
      } else if (!rules.removeIf(each -> same(each, rule))) {
        throw new IllegalArgumentException("'" + id + "' has no rule " + rule.id());
      }
    }
    collected.groups.put(
        id,
        new SecurityGroup(
            id,
            group.vpcId(),
            group.name(),
            inbound ? rules : group.inbound(),
            inbound ? group.outbound() : rules));
  }

  private static boolean same(Rule one, Rule other) {
    return one.peer().equals(other.peer()) && one.services().equals(other.services());
  }
}
