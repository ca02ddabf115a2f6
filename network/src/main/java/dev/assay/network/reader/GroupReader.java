package dev.assay.network.reader;

import dev.assay.network.packet.Cidr;
import dev.assay.network.packet.Services;
import dev.assay.network.snapshot.SecurityGroup;
import dev.assay.network.snapshot.SecurityGroup.Peer;
import dev.assay.network.snapshot.SecurityGroup.Rule;
import java.util.ArrayList;
import java.util.List;

/// Reads one security group as `describe-security-groups` prints it.
final class GroupReader {
  private GroupReader() {}

  static SecurityGroup read(Json group) {
    return new SecurityGroup(
        group.need("GroupId"),
        group.text("VpcId").orElse(""),
        group.text("GroupName").orElse(""),
        rules(group.list("IpPermissions")),
        rules(group.list("IpPermissionsEgress")));
  }

  static List<Rule> rules(List<Json> permissions) {
    List<Rule> rules = new ArrayList<>();
    for (Json permission : permissions) {
      Services services = ServiceReader.ofGroup(permission);
      String words = words(permission);
      permission
          .texts("IpRanges", "CidrIp")
          .forEach(
              cidr -> rules.add(rule(words, cidr, new Peer.Block(Cidr.parse(cidr)), services)));
      permission
          .texts("Ipv6Ranges", "CidrIpv6")
          .forEach(
              cidr -> rules.add(rule(words, cidr, new Peer.Block(Cidr.parse(cidr)), services)));
      permission
          .texts("PrefixListIds", "PrefixListId")
          .forEach(id -> rules.add(rule(words, id, new Peer.Prefixes(id), services)));
      permission
          .texts("UserIdGroupPairs", "GroupId")
          .forEach(id -> rules.add(rule(words, id, new Peer.Members(id), services)));
    }
    return rules;
  }

  private static Rule rule(String words, String peer, Peer of, Services services) {
    return new Rule(words + " " + peer, of, services);
  }

  private static String words(Json permission) {
    String protocol = permission.need("IpProtocol");
    return permission
        .text("FromPort")
        .map(from -> protocol + " " + from + "-" + permission.text("ToPort").orElse(from))
        .orElse(protocol);
  }
}
