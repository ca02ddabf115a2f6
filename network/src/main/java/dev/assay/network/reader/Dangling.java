package dev.assay.network.reader;

import dev.assay.network.snapshot.Gap;
import dev.assay.network.snapshot.NetworkInterface;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Ids that something refers to and nothing describes: each is named with what it leaves open.
final class Dangling {
  private Dangling() {}

  static List<Gap> in(Collected collected) {
    Set<String> vpcs = new LinkedHashSet<>();
    Set<String> groups = new LinkedHashSet<>();
    Set<String> subnets = new LinkedHashSet<>();
    for (NetworkInterface each : collected.interfaces.values()) {
      vpcs.add(each.vpcId());
      groups.addAll(each.groups());
      subnets.add(each.subnetId());
    }
    List<Gap> gaps = new ArrayList<>();
    vpcs.removeAll(collected.vpcs.keySet());
    groups.removeAll(collected.groups.keySet());
    subnets.removeAll(collected.subnets.keySet());
    vpcs.forEach(
        id -> gaps.add(new Gap(id, "the VPC is not in the snapshot; its blocks are unknown")));
    groups.forEach(
        id ->
            gaps.add(
                new Gap(id, "the security group is not in the snapshot; it may allow anything")));
    subnets.forEach(
        id -> gaps.add(new Gap(id, "the subnet is referred to, but not in the snapshot")));
    return gaps;
  }
}
