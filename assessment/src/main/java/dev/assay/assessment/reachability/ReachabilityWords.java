package dev.assay.assessment.reachability;

import dev.assay.assessment.finding.ReachablePorts;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.resource.ResourceType;

/// What a finding of reachable ports says. The title is Inspector's, by which its users look.
public final class ReachabilityWords {
  private ReachabilityWords() {}

  public static String title(ReachablePorts ports) {
    return (ports.first() == ports.last() ? "Port " : "Port range ")
        + ports.ports()
        + " is reachable from "
        + article(ports)
        + " - "
        + ports.protocol();
  }

  private static String article(ReachablePorts ports) {
    return switch (ports.route()) {
      case INTERNET -> "an Internet Gateway";
      case PEERED_VPC -> "a peered VPC";
      case VGW -> "a VPN Gateway";
    };
  }

  public static String description(ResourceKey resource, ReachablePorts ports) {
    ReachablePorts.Step balancer = ports.balancer();
    return (resource.type() == ResourceType.LOAD_BALANCER
            ? "On the load balancer "
            : "On the instance ")
        + resource.id()
        + ", the port range "
        + ports.first()
        + "-"
        + ports.last()
        + " is reachable from the "
        + simple(ports.entry().type())
        + " "
        + ports.entry().id()
        + (balancer == null ? "" : " through the load balancer " + balancer.id())
        + " at the network interface "
        + ports.networkInterface()
        + ", from "
        + ports.sources()
        + ".";
  }

  /// `InternetGateway` of `AWS::EC2::InternetGateway`.
  private static String simple(String type) {
    return type.substring(type.lastIndexOf(':') + 1);
  }

  public static String remediation(ReachablePorts ports) {
    return ports.remediation().isEmpty()
        ? "No change of a security group, a network ACL or a route is known to close this: look at"
            + " what is on its path."
        : "To close it: " + String.join("; ", ports.remediation()) + ".";
  }
}
