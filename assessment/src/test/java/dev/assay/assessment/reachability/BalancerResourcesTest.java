package dev.assay.assessment.reachability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.assessment.finding.ReachablePorts;
import dev.assay.assessment.finding.ReachablePorts.Route;
import dev.assay.assessment.finding.ReachablePorts.Step;
import dev.assay.assessment.reachability.NetworkReport.Undecided;
import dev.assay.assessment.reachability.NetworkReport.Way;
import dev.assay.assessment.resource.ResourceDetails;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.resource.ResourceType;
import dev.assay.assessment.tenant.Tenant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Load balancers are resources of their own, beside the instances behind them.
final class BalancerResourcesTest {
  private static final Tenant TENANT = Tenant.of("111122223333", "eu-central-1");
  private static final String ELB = "arn:aws:elasticloadbalancing:eu-central-1:111122223333:";
  private static final String WEB = ELB + "loadbalancer/app/web/0123";
  private static final String GATEWAY = ELB + "loadbalancer/gwy/wall/0456";
  private static final String OLD = ELB + "loadbalancer/old";

  /// An application balancer that takes 443 (and whose group lets in 80, too), a classic one that
  /// takes 25, and one of the gateway kind.
  private static final Map<String, String> FILES =
      Map.of(
          "network.json",
          """
          {"Vpcs": [{"VpcId": "vpc-1", "CidrBlock": "10.0.0.0/16"}],
           "Subnets": [{"SubnetId": "subnet-1", "VpcId": "vpc-1", "CidrBlock": "10.0.1.0/24"}],
           "InternetGateways": [{"InternetGatewayId": "igw-1",
             "Attachments": [{"VpcId": "vpc-1", "State": "available"}]}],
           "VpnGateways": [], "VpcPeeringConnections": [], "Reservations": [],
           "RouteTables": [{"RouteTableId": "rtb-1", "VpcId": "vpc-1",
             "Associations": [{"Main": true}],
             "Routes": [
               {"DestinationCidrBlock": "10.0.0.0/16", "GatewayId": "local", "State": "active"},
               {"DestinationCidrBlock": "0.0.0.0/0", "GatewayId": "igw-1", "State": "active"}]}],
           "NetworkAcls": [{"NetworkAclId": "acl-1", "VpcId": "vpc-1", "IsDefault": true,
             "Associations": [{"SubnetId": "subnet-1"}],
             "Entries": [
               {"RuleNumber": 100, "Protocol": "-1", "RuleAction": "allow", "Egress": false,
                "CidrBlock": "0.0.0.0/0"},
               {"RuleNumber": 100, "Protocol": "-1", "RuleAction": "allow", "Egress": true,
                "CidrBlock": "0.0.0.0/0"}]}],
           "SecurityGroups": [{"GroupId": "sg-1", "VpcId": "vpc-1", "IpPermissionsEgress": [],
             "IpPermissions": [
               {"IpProtocol": "tcp", "FromPort": 25, "ToPort": 25,
                "IpRanges": [{"CidrIp": "0.0.0.0/0"}]},
               {"IpProtocol": "tcp", "FromPort": 80, "ToPort": 80,
                "IpRanges": [{"CidrIp": "0.0.0.0/0"}]},
               {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443,
                "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}]}],
           "NetworkInterfaces": [
             {"NetworkInterfaceId": "eni-web", "SubnetId": "subnet-1", "VpcId": "vpc-1",
              "Description": "ELB app/web/0123", "Groups": [{"GroupId": "sg-1"}],
              "PrivateIpAddresses": [{"PrivateIpAddress": "10.0.1.5",
                "Association": {"PublicIp": "203.0.113.5"}}]},
             {"NetworkInterfaceId": "eni-old", "SubnetId": "subnet-1", "VpcId": "vpc-1",
              "Description": "ELB old", "Groups": [{"GroupId": "sg-1"}],
              "PrivateIpAddresses": [{"PrivateIpAddress": "10.0.1.6",
                "Association": {"PublicIp": "203.0.113.6"}}]}]}
          """,
          "balancers.json",
          """
          {"LoadBalancers": [
             {"LoadBalancerArn": "%s", "Type": "application", "Scheme": "internet-facing",
              "State": {"Code": "active"}, "SecurityGroups": ["sg-1"]},
             {"LoadBalancerArn": "%s", "Type": "gateway", "State": {"Code": "active"}}],
           "Listeners": [
             {"ListenerArn": "%s", "LoadBalancerArn": "%s", "Port": 443, "Protocol": "HTTPS",
              "DefaultActions": [{"Type": "fixed-response"}]}],
           "Rules": [], "TargetGroups": []}
          """
              .formatted(WEB, GATEWAY, WEB.replace(":loadbalancer/", ":listener/") + "/09", WEB),
          "rules.json",
          """
          {"Rules": [{"RuleArn": "%s", "IsDefault": true, "Actions": [], "Priority": "default"}]}
          """
              .formatted(WEB.replace(":loadbalancer/", ":listener-rule/") + "/09/01"),
          "classic.json",
          """
          {"LoadBalancerDescriptions": [
            {"LoadBalancerName": "old", "Scheme": "internet-facing", "SecurityGroups": ["sg-1"],
             "Instances": [], "ListenerDescriptions": [
              {"Listener": {"LoadBalancerPort": 25, "InstancePort": 25, "Protocol": "TCP"}}]}]}
          """,
          "tags.json",
          """
          {"TagDescriptions": [
            {"ResourceArn": "%s", "Tags": [{"Key": "stage", "Value": "production"}]},
            {"LoadBalancerName": "old", "Tags": [{"Key": "stage", "Value": "test"}]}]}
          """
              .formatted(WEB));

  @Test
  void each_balancer_is_a_resource_by_its_arn_with_its_tags() {
    Map<String, EvaluatedResource> all = resources(FILES);

    assertThat(all.keySet()).containsExactlyInAnyOrder(WEB, GATEWAY, OLD);
    assertThat(all.get(WEB))
        .extracting(EvaluatedResource::details, EvaluatedResource::tags)
        .containsExactly(
            new ResourceDetails.LoadBalancer(
                "APPLICATION", true, "vpc-1", List.of("10.0.1.5", "203.0.113.5")),
            Map.of("stage", "production"));
    assertThat(all.get(OLD))
        .extracting(EvaluatedResource::details, EvaluatedResource::tags)
        .containsExactly(
            new ResourceDetails.LoadBalancer(
                "CLASSIC", true, "vpc-1", List.of("10.0.1.6", "203.0.113.6")),
            Map.of("stage", "test"));
  }

  @Test
  void what_it_listens_on_and_its_groups_let_in_is_open() {
    assertThat(open(FILES, WEB))
        .extracting(ReachablePorts::route, ReachablePorts::ports, ReachablePorts::balancer)
        .containsExactly(tuple(Route.INTERNET, "443", null));
    assertThat(open(FILES, OLD)).extracting(ReachablePorts::ports).containsExactly("25");
    assertThat(open(FILES, WEB).getFirst().path())
        .extracting(Step::id)
        .containsExactly("igw-1", "acl-1", "sg-1", "eni-web", WEB);
  }

  @Test
  void what_is_not_modelled_or_not_read_is_undecided() {
    assertThat(undecided(FILES, GATEWAY, Way.INTERNET))
        .containsExactly(GATEWAY + ": a Gateway Load Balancer is not modelled");
    assertThat(undecided(FILES, WEB, Way.INTERNET)).isEmpty();

    Map<String, String> deaf = new TreeMap<>(FILES);
    deaf.replaceAll((file, text) -> text.replace("\"Listeners\"", "\"NatGateways\""));
    assertThat(open(deaf, WEB)).isEmpty();
    assertThat(undecided(deaf, WEB, Way.INTERNET))
        .containsExactly(WEB + ": it has no listener, or none was read");
    assertThat(evaluated(deaf).doubts().about(WEB, rule())).isPresent();
  }

  @Test
  void what_a_whole_snapshot_closes_is_closed() {
    Map<String, String> guarded = new TreeMap<>(FILES);
    guarded.remove("tags.json");
    guarded.replaceAll((file, text) -> text.replace("\"FromPort\": 443", "\"FromPort\": 444"));
    guarded.replaceAll((file, text) -> text.replace("\"ToPort\": 443", "\"ToPort\": 444"));
    guarded.replaceAll((file, text) -> text.replace("gateway\"", "network\""));
    NetworkEvaluation evaluation = evaluated(guarded);

    assertThat(open(guarded, WEB)).isEmpty();
    // One of the balancers has no interfaces in the snapshot: nothing is closed at any.
    assertThat(evaluation.doubts().about(WEB, rule())).isPresent();

    Map<String, String> whole = new TreeMap<>(guarded);
    whole.replaceAll(
        (file, text) ->
            text.replaceAll("(?s),\\s*\\{\"LoadBalancerArn\": \"[^\"]*gwy[^}]*\\}[^}]*\\}", ""));
    assertThat(resources(whole).keySet()).containsExactlyInAnyOrder(WEB, OLD);
    assertThat(evaluated(whole).doubts().about(WEB, rule())).isEmpty();
  }

  @Test
  void a_balancer_is_gone_where_its_kind_is_listed_without_it() {
    Map<String, String> without = new TreeMap<>(FILES);
    without.remove("classic.json");
    Doubts doubts = evaluated(without).doubts();

    assertThat(doubts.about(key(ELB + "loadbalancer/app/gone/1"), "")).isEmpty();
    assertThat(doubts.about(key(OLD), ""))
        .contains("the newest snapshot does not list the load balancers");
  }

  private static ResourceKey key(String arn) {
    return new ResourceKey(TENANT, ResourceType.LOAD_BALANCER, arn);
  }

  private static WayRule rule() {
    return WayRule.parse("INTERNET igw-1 - eni-web TCP 443-443");
  }

  private static List<ReachablePorts> open(Map<String, String> files, String resource) {
    EvaluatedResource found = resources(files).get(resource);
    return found == null ? List.of() : found.open();
  }

  private static List<String> undecided(Map<String, String> files, String resource, Way way) {
    return evaluated(files).resources().stream()
        .filter(each -> each.id().equals(resource))
        .flatMap(each -> each.undecided().stream())
        .filter(each -> each.way() == way)
        .map(Undecided::what)
        .flatMap(List::stream)
        .toList();
  }

  private static Map<String, EvaluatedResource> resources(Map<String, String> files) {
    return evaluated(files).resources().stream()
        .collect(Collectors.toMap(EvaluatedResource::id, each -> each));
  }

  private static NetworkEvaluation evaluated(Map<String, String> files) {
    return new NetworkEvaluation(TENANT, DoubtsTest.read(files), Set.of());
  }
}
