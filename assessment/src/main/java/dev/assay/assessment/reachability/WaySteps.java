package dev.assay.assessment.reachability;

import dev.assay.assessment.finding.ReachablePorts.Step;
import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.tenant.Region;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.network.Candidate;
import dev.assay.network.Exposure;
import dev.assay.network.Hop;
import dev.assay.network.snapshot.Listings;
import dev.assay.network.snapshot.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The components of a way as steps of a finding's path. What nothing tells the account or region
/// of is taken to be the tenant's own; components that have an ARN for an id keep it.
final class WaySteps {
  private static final String BALANCER = "AWS::ElasticLoadBalancingV2::LoadBalancer";
  private static final String GROUP = "AWS::EC2::SecurityGroup";
  private static final Pattern JOINED = Pattern.compile("\\+");
  private static final Set<String> ENTRIES =
      Set.of(
          "AWS::EC2::InternetGateway",
          "AWS::EC2::VPNGateway",
          "AWS::EC2::VPNConnection",
          "AWS::EC2::VPCPeeringConnection",
          "AWS::EC2::TransitGateway");

  /// What each type is called in an ARN of EC2's.
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("AWS::EC2::InternetGateway", "internet-gateway"),
          Map.entry("AWS::EC2::VPNGateway", "vpn-gateway"),
          Map.entry("AWS::EC2::VPNConnection", "vpn-connection"),
          Map.entry("AWS::EC2::VPCPeeringConnection", "vpc-peering-connection"),
          Map.entry("AWS::EC2::TransitGateway", "transit-gateway"),
          Map.entry("AWS::EC2::TransitGatewayAttachment", "transit-gateway-attachment"),
          Map.entry("AWS::EC2::TransitGatewayRouteTable", "transit-gateway-route-table"),
          Map.entry("AWS::EC2::NetworkAcl", "network-acl"),
          Map.entry("AWS::EC2::SecurityGroup", "security-group"),
          Map.entry("AWS::EC2::NetworkInterface", "network-interface"),
          Map.entry("AWS::EC2::Instance", "instance"),
          Map.entry("AWS::EC2::RouteTable", "route-table"),
          Map.entry("AWS::EC2::Subnet", "subnet"),
          Map.entry("AWS::EC2::VPC", "vpc"),
          Map.entry("AWS::EC2::VPCEndpoint", "vpc-endpoint"));

  private final Tenant tenant;
  private final Listings listings;

  WaySteps(Tenant tenant, Listings listings) {
    this.tenant = tenant;
    this.listings = listings;
  }

  /// What the traffic comes in by.
  Step entry(Candidate candidate) {
    return gateway(candidate)
        .or(
            () ->
                candidate.trail().hops().stream()
                    .findFirst()
                    .map(hop -> step(hop.id(), hop.kind())))
        .orElseThrow();
  }

  /// The same where it is known: of a way that is not decided it may not be.
  Optional<Step> gateway(Candidate candidate) {
    return candidate.trail().hops().stream()
        .filter(hop -> ENTRIES.contains(hop.kind()))
        .findFirst()
        .map(hop -> step(hop.id(), hop.kind()));
  }

  @Nullable Step balancer(Candidate candidate) {
    return candidate.balancer().isEmpty()
        ? null
        : candidate.trail().hops().stream()
            .filter(hop -> hop.kind().equals(BALANCER))
            .findFirst()
            .map(hop -> step(hop.id(), hop.kind()))
            .orElseGet(
                () ->
                    step(
                        candidate.balancer().orElseThrow().of().id(),
                        "AWS::EC2::NetworkInterface"));
  }

  /// The way in, up to the host: what comes after is the way of the replies. Of the security groups
  /// of an interface those are named that have a rule which lets it in.
  List<Step> path(Exposure exposure) {
    List<Hop> hops = exposure.candidate().trail().hops();
    Candidate candidate = exposure.candidate();
    Set<String> letIn = Set.copyOf(exposure.lettingIn());
    String last = candidate.destination().instanceId().orElse(candidate.destination().id());
    List<Step> path = new ArrayList<>();
    for (Hop hop : hops) {
      if (hop.kind().equals(GROUP)) {
        groups(hop, letIn).forEach(id -> path.add(step(id, GROUP)));
      } else if (path.isEmpty() || !path.getLast().id().equals(hop.id())) {
        path.add(step(hop.id(), hop.kind()));
      }
      if (hop.id().equals(last)) {
        behind(hops, hop).ifPresent(path::add);
        break;
      }
    }
    return path;
  }

  /// The load balancer behind an interface that is its node.
  private Optional<Step> behind(List<Hop> hops, Hop node) {
    int next = hops.indexOf(node) + 1;
    return next < hops.size() && hops.get(next).kind().equals(BALANCER)
        ? Optional.of(step(hops.get(next).id(), BALANCER))
        : Optional.empty();
  }

  private static List<String> groups(Hop hop, Set<String> letIn) {
    List<String> all = JOINED.splitAsStream(hop.id()).filter(id -> !id.isEmpty()).toList();
    List<String> named = all.stream().filter(letIn::contains).toList();
    return named.isEmpty() ? all : named;
  }

  private Step step(String id, String type) {
    String word = WORDS.get(type);
    String arn =
        id.startsWith("arn:") ? id : word == null ? null : owner(id).arn("ec2", word + "/" + id);
    return new Step(id, type, arn);
  }

  private Tenant owner(String id) {
    Origin origin = listings.origin(id);
    return new Tenant(
        origin.account().map(AccountId::new).orElse(tenant.account()),
        origin.region().map(Region::new).orElse(tenant.region()));
  }
}
