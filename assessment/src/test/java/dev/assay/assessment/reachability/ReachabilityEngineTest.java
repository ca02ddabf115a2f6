package dev.assay.assessment.reachability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.assessment.classic.Attribute;
import dev.assay.assessment.classic.evaluation.ClassicSeverity;
import dev.assay.assessment.classic.evaluation.Evaluation;
import dev.assay.assessment.classic.evaluation.HostFinding;
import dev.assay.assessment.classic.evaluation.ReachabilityEngine;
import dev.assay.assessment.classic.evaluation.RuleFinding;
import dev.assay.assessment.classic.exclusion.Exclusion;
import dev.assay.assessment.classic.exclusion.ExclusionType;
import dev.assay.assessment.classic.host.AssessedHost;
import dev.assay.assessment.classic.host.HostEvidence;
import dev.assay.assessment.finding.ReachablePorts;
import dev.assay.assessment.reachability.Listeners.Listener;
import dev.assay.assessment.reachability.NetworkReport.Undecided;
import dev.assay.assessment.reachability.NetworkReport.Way;
import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.resource.ResourceDetails;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.resource.ResourceType;
import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.tenant.Region;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import dev.assay.model.runtime.Transport;
import dev.assay.network.reader.SnapshotReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ReachabilityEngineTest {
  private static final Reading READING = new Reading() {};
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Tenant TENANT =
      new Tenant(new AccountId("111122223333"), new Region("eu-central-1"));
  private static final AssessedHost WEB = host("i-web");
  private static final AssessedHost GAP = host("i-gap");

  /// Two instances that the internet reaches at 22 and 8000 to 8090 of TCP and 53 of UDP; of one a
  /// security group was not read.
  private static final String SNAPSHOT =
      """
      {"Vpcs": [{"VpcId": "vpc-1", "CidrBlock": "10.0.0.0/16"}],
       "Subnets": [{"SubnetId": "subnet-1", "VpcId": "vpc-1", "CidrBlock": "10.0.1.0/24"}],
       "InternetGateways": [{"InternetGatewayId": "igw-1",
         "Attachments": [{"VpcId": "vpc-1", "State": "available"}]}],
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
           {"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22,
            "IpRanges": [{"CidrIp": "0.0.0.0/0"}]},
           {"IpProtocol": "tcp", "FromPort": 8000, "ToPort": 8050,
            "IpRanges": [{"CidrIp": "0.0.0.0/0"}]},
           {"IpProtocol": "tcp", "FromPort": 8051, "ToPort": 8090,
            "IpRanges": [{"CidrIp": "198.51.100.0/24"}]},
           {"IpProtocol": "icmp", "FromPort": -1, "ToPort": -1,
            "IpRanges": [{"CidrIp": "0.0.0.0/0"}]},
           {"IpProtocol": "udp", "FromPort": 53, "ToPort": 53,
            "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}]}],
       "Instances": [
         {"InstanceId": "i-web", "State": {"Name": "running"}, "ImageId": "ami-1",
          "InstanceType": "t3.micro", "LaunchTime": "2026-01-01T00:00:00+00:00",
          "Tags": [{"Key": "env", "Value": "prod"}]},
         {"InstanceId": "i-gap", "State": {"Name": "running"}},
         {"InstanceId": "i-gone", "State": {"Name": "terminated"}}],
       "NetworkInterfaces": [
         {"NetworkInterfaceId": "eni-1", "VpcId": "vpc-1", "SubnetId": "subnet-1",
          "Attachment": {"InstanceId": "i-web", "DeviceIndex": 0},
          "Groups": [{"GroupId": "sg-1"}],
          "PrivateIpAddresses": [
            {"PrivateIpAddress": "10.0.1.5", "Primary": true,
             "Association": {"PublicIp": "203.0.113.5"}},
            {"PrivateIpAddress": "10.0.1.6", "Association": {"PublicIp": "203.0.113.6"}}]},
         {"NetworkInterfaceId": "eni-2", "VpcId": "vpc-1", "SubnetId": "subnet-1",
          "Attachment": {"InstanceId": "i-gap", "DeviceIndex": 0},
          "Groups": [{"GroupId": "sg-unread"}],
          "PrivateIpAddresses": [
            {"PrivateIpAddress": "10.0.1.7", "Primary": true,
             "Association": {"PublicIp": "203.0.113.7"}}]}]}
      """;

  private final Kept kept = new Kept();

  @Test
  void an_address_more_is_no_finding_more_and_a_range_is_one() {
    assertThat(host(evaluated(), "i-web").open())
        .extracting(ReachablePorts::protocol, ReachablePorts::ports)
        .containsExactly(
            tuple(Transport.TCP, "22"),
            tuple(Transport.TCP, "8000-8090"),
            tuple(Transport.UDP, "53"));
  }

  @Test
  void instances_become_hosts_with_their_tags_unless_they_are_gone() {
    assertThat(evaluated()).extracting(EvaluatedResource::id).containsExactly("i-gap", "i-web");
    EvaluatedResource web = host(evaluated(), "i-web");
    assertThat(web.tags()).containsExactly(Map.entry("env", "prod"));
    assertThat(web.details())
        .isInstanceOfSatisfying(
            ResourceDetails.Host.class,
            details -> {
              assertThat(details.imageId()).isEqualTo("ami-1");
              assertThat(details.vpcId()).isEqualTo("vpc-1");
              assertThat(details.addresses())
                  .containsExactly("10.0.1.5", "203.0.113.5", "10.0.1.6", "203.0.113.6");
              assertThat(details.launchedAt()).isEqualTo(NOW);
            });
  }

  @Test
  void without_an_agent_only_recognised_ports_and_the_exposure_are_findings() {
    assertThat(rules(findings(WEB, Listeners.NONE)))
        .containsExactly(
            "RecognizedPortNoAgent 22", "NetworkExposure TCP 22, TCP 8000-8090, UDP 53");
  }

  @Test
  void what_listens_is_named_and_what_does_not_is_less_bad() {
    Listeners listening =
        (_, _) ->
            Optional.of(
                List.of(
                    new Listener(Transport.TCP, 8080, "java", "openjdk-25-jre"),
                    new Listener(Transport.UDP, 8081, "dnsmasq", null)));

    List<RuleFinding> findings = findings(WEB, listening);

    assertThat(rules(findings))
        .containsExactly(
            "RecognizedPortNoListener 22",
            "UnrecognizedPortWithListener 8080",
            "NetworkExposure TCP 22, TCP 8000-8090, UDP 53");
    assertThat(findings.getFirst().severity()).isEqualTo(ClassicSeverity.INFORMATIONAL);
    assertThat(findings.get(1).severity()).isEqualTo(ClassicSeverity.LOW);
    assertThat(findings.get(1).attributes())
        .contains(new Attribute("PROCESS_NAME", "java"))
        .contains(new Attribute("PACKAGE_NAME", "openjdk-25-jre"));
  }

  @Test
  void a_recognised_port_with_a_listener_is_as_bad_as_its_service() {
    Listeners listening =
        (_, _) -> Optional.of(List.of(new Listener(Transport.TCP, 22, "sshd", "openssh-server")));

    RuleFinding first = findings(WEB, listening).getFirst();

    assertThat(rules(List.of(first))).containsExactly("RecognizedPortWithListener 22");
    assertThat(first.severity()).isEqualTo(ClassicSeverity.MEDIUM);
    assertThat(first.description()).contains("'sshd' of the package openssh-server");
  }

  @Test
  void what_is_undecided_is_an_exclusion_and_never_passed() {
    keep();

    Evaluation evaluation = evaluation(GAP, Listeners.NONE);

    assertThat(evaluation.findings()).isEmpty();
    assertThat(evaluation.exclusions())
        .extracting(Exclusion::type)
        .containsExactly(ExclusionType.NETWORK_REACHABILITY_INTERNET);
    assertThat(evaluation.exclusions().getFirst().description()).contains("sg-unread");
  }

  @Test
  void a_host_of_which_no_network_is_known_is_an_exclusion() {
    Evaluation evaluation = evaluation(WEB, Listeners.NONE);

    assertThat(evaluation.findings()).isEmpty();
    assertThat(evaluation.exclusions())
        .extracting(Exclusion::type)
        .containsExactly(ExclusionType.RULES_EVALUATION_ERROR_FOR_SINGLE_INSTANCE);
  }

  @Test
  void a_host_that_nothing_reaches_is_said_to_have_no_issues() {
    kept.reports.put("i-web", new NetworkReport("network", "", true, NOW, List.of(), List.of()));
    assertThat(evaluation(WEB, Listeners.NONE).findings())
        .extracting(found -> found.finding())
        .containsExactly(RuleFinding.nothing());

    kept.reports.put(
        "i-web",
        new NetworkReport(
            "network",
            "",
            true,
            NOW,
            List.of(),
            List.of(new Undecided(Way.VPN, List.of("vgw-1: why")))));
    assertThat(evaluation(WEB, Listeners.NONE).findings()).isEmpty();
  }

  private List<RuleFinding> findings(AssessedHost host, Listeners listeners) {
    keep();
    return evaluation(host, listeners).findings().stream().map(HostFinding::finding).toList();
  }

  private Evaluation evaluation(AssessedHost host, Listeners listeners) {
    return Evaluation.of(READING, List.of(new ReachabilityEngine(kept, listeners)), List.of(host));
  }

  private void keep() {
    for (EvaluatedResource host : evaluated()) {
      kept.reports.put(
          host.id(),
          new NetworkReport("network", host.folder(), true, NOW, host.open(), host.undecided()));
    }
  }

  private static List<String> rules(List<RuleFinding> findings) {
    return findings.stream()
        .map(finding -> value(finding, "RULE_TYPE") + " " + value(finding, "PORT"))
        .toList();
  }

  private static String value(RuleFinding finding, String key) {
    return finding.attributes().stream()
        .filter(attribute -> attribute.key().equals(key))
        .map(attribute -> String.valueOf(attribute.value()))
        .findFirst()
        .orElseThrow();
  }

  private static List<EvaluatedResource> evaluated() {
    SnapshotReader reader = new SnapshotReader();
    reader.read(
        "snapshot.json", new ByteArrayInputStream(SNAPSHOT.getBytes(StandardCharsets.UTF_8)));
    Configuration configuration = new Configuration(reader.snapshot(), reader.listings(), Map.of());
    return new NetworkEvaluation(TENANT, configuration, Set.of()).resources();
  }

  private static EvaluatedResource host(List<EvaluatedResource> hosts, String id) {
    return hosts.stream().filter(host -> host.id().equals(id)).findFirst().orElseThrow();
  }

  private static AssessedHost host(String id) {
    return new AssessedHost(
        new Resource(
            1,
            new ResourceKey(TENANT, ResourceType.HOST, id),
            ResourceDetails.Host.unknown(),
            Map.of(),
            NOW,
            NOW),
        new HostEvidence.Configuration(NOW),
        null);
  }

  /// Reports in memory.
  private static final class Kept implements NetworkStore {
    final Map<String, NetworkReport> reports = new HashMap<>();

    @Override
    public Optional<String> mark(Reading transaction, Tenant tenant, String network) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long begin(Writing transaction, Tenant tenant, String network, Instant now) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean isNewest(Writing transaction, Tenant tenant, String network, long turn) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void keep(Writing transaction, Resource host, long turn, NetworkReport report) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<ResourceKey> passedOver(
        Reading transaction, Tenant tenant, String network, long turn, int most) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void forget(Writing transaction, Resource host) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Set<String> listings(Reading transaction, Tenant tenant, String network) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void end(
        Writing transaction,
        Tenant tenant,
        String network,
        String mark,
        Set<String> listings,
        Instant now) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void confirm(Writing transaction, Tenant tenant, String network, Instant now) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<NetworkReport> of(Reading transaction, Resource host) {
      return Optional.ofNullable(reports.get(host.key().id()));
    }
  }
}
