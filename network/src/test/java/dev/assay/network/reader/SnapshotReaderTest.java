package dev.assay.network.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.network.Change;
import dev.assay.network.Exposures;
import dev.assay.network.snapshot.Gap;
import dev.assay.network.snapshot.NetworkSnapshot;
import dev.assay.network.snapshot.TargetGroup;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SnapshotReaderTest {
  private static final Path EXAMPLE = Path.of("..", "examples", "network-transit");
  private static final String GROUP =
      "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/app/73e2d6bc24d8a067";

  private static NetworkSnapshot of(String... files) {
    SnapshotReader reader = new SnapshotReader();
    for (String file : files) {
      reader.read("file.json", bytes(file));
    }
    return reader.snapshot();
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static SnapshotReader example() throws IOException {
    return example("");
  }

  private static SnapshotReader example(String except) throws IOException {
    SnapshotReader reader = new SnapshotReader();
    try (Stream<Path> files = Files.list(EXAMPLE)) {
      for (Path file : files.sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        if (except.isEmpty() || !name.startsWith(except)) {
          try (InputStream in = Files.newInputStream(file)) {
            reader.read(name, in);
          }
        }
      }
    }
    return reader;
  }

  @Test
  void reads_what_the_aws_command_prints_without_a_gap() throws IOException {
    NetworkSnapshot read = example().snapshot();
    assertThat(read.gaps()).isEmpty();
    assertThat(read.balancers().whole()).isTrue();
    assertThat(Objects.requireNonNull(read.balancers().targetGroups().get(GROUP)).targets())
        .extracting(TargetGroup.Target::health)
        .containsExactly(TargetGroup.Health.HEALTHY, TargetGroup.Health.UNHEALTHY);
    assertThat(read.transit().tables().keySet()).containsExactly("tgw-rtb-core");
    assertThat(read.transit().attachments()).allMatch(each -> !each.subnetIds().isEmpty());
  }

  @Test
  void reads_targets_and_transit_routes_in_the_layout_of_batfish() throws IOException {
    SnapshotReader reader = example("routes-of");
    reader.read(
        "TransitGatewayStaticRoutes.json",
        bytes(
            """
            {"TransitGatewayStaticRoutes": [
              {"TransitGatewayRouteTableId": "tgw-rtb-core", "Routes": []}]}
            """));
    reader.read(
        "TransitGatewayPropagations.json",
        bytes(
            """
            {"TransitGatewayPropagations": [{"TransitGatewayRouteTableId": "tgw-rtb-core",
              "TransitGatewayRouteTablePropagations": [
                {"TransitGatewayAttachmentId": "tgw-attach-app", "State": "enabled"},
                {"TransitGatewayAttachmentId": "tgw-attach-ops", "State": "enabled"}]}]}
            """));
    NetworkSnapshot read = reader.snapshot();
    assertThat(read.gaps()).isEmpty();
    assertThat(Change.between(example().snapshot(), read)).isEmpty();
  }

  /// One listener beside the other, or those of a balancer together; attributes as a list.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"LoadBalancerListeners\": %s}",
        "{\"LoadBalancerListeners\": [{\"LoadBalancerArn\": \"arn\", \"Listeners\": %s}]}"
      })
  void reads_load_balancers_in_the_layout_of_batfish(String layout) throws IOException {
    JsonMapper mapper = JsonMapper.shared();
    SnapshotReader reader = example("listeners");
    JsonNode listeners = mapper.readTree(EXAMPLE.resolve("listeners.json").toFile());
    reader.read("LoadBalancerListeners.json", bytes(layout.formatted(listeners.get("Listeners"))));
    reader.read(
        "LoadBalancerAttributes.json",
        bytes(
            """
            {"LoadBalancerAttributes": [{"LoadBalancerArn": "%s", "Attributes": [
              {"Key": "load_balancing.cross_zone.enabled", "Value": "true"},
              {"Key": "access_logs.s3.prefix", "Value": ""}]}]}
            """
                .formatted(listeners.get("Listeners").get(0).get("LoadBalancerArn").asString())));
    NetworkSnapshot read = reader.snapshot();
    assertThat(read.gaps()).isEmpty();
    assertThat(Exposures.of(read).found())
        .extracting(each -> each.candidate().balancer().isPresent())
        .contains(true);
    assertThat(Change.between(example().snapshot(), read)).isEmpty();
  }

  @Test
  void a_load_balancer_that_only_its_listeners_tell_of_is_named() throws IOException {
    NetworkSnapshot read = example("load-balancers").snapshot();
    assertThat(read.balancers().whole()).isFalse();
    assertThat(read.gaps()).extracting(Gap::what).contains("app/shop/50dc6c495c0c9188");
  }

  @Test
  void a_target_group_whose_health_is_missing_leaves_its_targets_open() throws IOException {
    NetworkSnapshot read = example("target-health").snapshot();
    assertThat(read.balancers().whole()).isFalse();
    assertThat(read.gaps()).extracting(Gap::what).contains(GROUP);
  }

  @Test
  void transit_routes_that_are_missing_are_not_read_as_none() throws IOException {
    NetworkSnapshot read = example("routes-of").snapshot();
    assertThat(read.gaps()).extracting(Gap::what).contains("tgw-rtb-core");
    assertThat(Exposures.of(read).undecided()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"SecurityGroups\": [{\"GroupId\": \"sg-1\", \"IpPermissions\": [{\"IpProtocol\":"
            + " \"tcp\", \"FromPort\": 80, \"ToPort\": 70000, \"IpRanges\": [{\"CidrIp\":"
            + " \"0.0.0.0/0\"}]}]}]}|impossible port range",
        "{\"NetworkAcls\": [{\"NetworkAclId\": \"acl-1\", \"Entries\": [{\"RuleNumber\": 1,"
            + " \"RuleAction\": \"perhaps\", \"Protocol\": \"-1\", \"CidrBlock\":"
            + " \"0.0.0.0/0\"}]}]}|unknown RuleAction",
        "{\"Vpcs\": [{\"VpcId\": \"vpc-1\", \"CidrBlock\": \"10.0.0.0/40\"}]}|no prefix",
        "{\"Vpcs\": [{\"VpcId\": \"vpc-1\"|not whole JSON",
        "{\"Instances\": [{\"InstanceId\": \"i-1\", \"State\": {\"Name\": \"dreaming\"}}]}|is"
            + " unknown",
        "{\"Surprises\": []}|not modelled",
        "{\"LoadBalancers\": [{\"LoadBalancerArn\": \"arn:x\"}]}|not in the snapshot",
        "{\"LoadBalancerDescriptions\": [{\"LoadBalancerName\": \"old\","
            + " \"ListenerDescriptions\": [{\"Listener\": {\"LoadBalancerPort\":"
            + " 70000}}]}]}|impossible port",
        "{\"Routes\": []}|does not say which",
        "{\"SecurityGroups\": [{\"GroupId\": \"sg-1\", \"IpPermissions\": [{\"IpProtocol\":"
            + " \"tcp\", \"FromPort\": 443, \"ToPort\": 80, \"IpRanges\": [{\"CidrIp\":"
            + " \"0.0.0.0/0\"}]}]}]}|impossible port range",
        "{\"SecurityGroups\": [{\"GroupId\": \"sg-1\", \"IpPermissions\": [{\"IpProtocol\":"
            + " \"carrier-pigeon\", \"IpRanges\": [{\"CidrIp\": \"0.0.0.0/0\"}]}]}]}|pigeon",
        "{\"NetworkAcls\": [{\"NetworkAclId\": \"acl-1\", \"Entries\": [{\"RuleNumber\": 1,"
            + " \"RuleAction\": \"allow\", \"Protocol\": \"999\", \"CidrBlock\":"
            + " \"0.0.0.0/0\"}]}]}|999",
        "{\"CallsNotKnown\": [{\"Action\": \"directconnect:DescribeVirtualInterfaces\","
            + " \"Region\": \"xx-east-1\"}]}|Direct Connect is not evaluated",
        "{\"VirtualInterfaces\": [{\"VirtualInterfaceId\": \"dxvif-1\"}]}|Direct Connect",
        "{\"directConnectGateways\": [{\"directConnectGatewayId\": \"x\"}]}|Direct Connect",
        "7|holds no description"
      })
  void what_is_wrong_is_named(String file, String words) {
    assertThat(of(file).gaps()).extracting(Gap::consequence).anyMatch(each -> each.contains(words));
  }

  @Test
  void a_dangling_id_is_named() {
    assertThat(
            of("""
                    {"networkInterfaces": [{"networkInterfaceId": "eni-1", "subnetId": "subnet-1",
                      "vpcId": "vpc-1", "groups": [{"groupId": "sg-gone"}]}]}
                    """)
                .gaps())
        .extracting(Gap::what)
        .contains("sg-gone", "subnet-1", "vpc-1");
  }

  @Test
  void a_change_revokes_and_authorises_as_the_calls_do() throws IOException {
    NetworkSnapshot before = example().snapshot();
    SnapshotReader reader = example();
    reader.change(
        bytes(
            """
            {"RevokeSecurityGroupIngress": [{"GroupId": "sg-front", "IpPermissions": [
              {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443,
               "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}]}]}
            """));
    List<Change> changes = Change.between(before, reader.snapshot());
    assertThat(changes).allMatch(each -> each.opened().isEmpty() && !each.closed().isEmpty());
    assertThat(changes)
        .extracting(Change::interfaceId)
        .containsExactlyInAnyOrder("eni-app-a", "eni-shop-a", "eni-shop-b");
  }

  @Test
  void a_change_of_what_is_not_there_is_refused() throws IOException {
    SnapshotReader reader = example();
    assertThatThrownBy(() -> reader.change(bytes("{\"Remove\": [\"sg-nobody\"]}")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sg-nobody");
  }

  /// Whatever the bytes are, they are read, named as a gap, and analysed to the end.
  @FuzzTest
  void never_fails_for_what_is_in_a_file(byte[] bytes) {
    SnapshotReader reader = new SnapshotReader();
    reader.read("fuzz-tgw-rtb-1.json", new ByteArrayInputStream(bytes));
    NetworkSnapshot read = reader.snapshot();
    assertThat(Exposures.of(read).found()).isNotNull();
    assertThat(String.valueOf(read.gaps()).toLowerCase(Locale.ROOT)).isNotNull();
  }
}
