package dev.assay.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.network.packet.PortSet;
import dev.assay.network.packet.Protocol;
import dev.assay.network.packet.Services;
import dev.assay.network.reader.SnapshotReader;
import dev.assay.network.snapshot.Gap;
import dev.assay.network.snapshot.NetworkSnapshot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What refers to itself or to each other, and addresses that are in two places.
final class CirclesTest {

  private static NetworkSnapshot account(String example, String... files) throws IOException {
    SnapshotReader reader = new SnapshotReader();
    try (Stream<Path> all = Files.list(Path.of("..", "examples", example))) {
      for (Path file : all.sorted().toList()) {
        try (InputStream in = Files.newInputStream(file)) {
          reader.read(String.valueOf(file.getFileName()), in);
        }
      }
    }
    for (String file : files) {
      int name = file.indexOf(' ');
      reader.read(
          file.substring(0, name),
          new ByteArrayInputStream(file.substring(name).getBytes(StandardCharsets.UTF_8)));
    }
    return reader.snapshot();
  }

  private static Answer ask(NetworkSnapshot account, String from, String to, int port) {
    Places places = new Places(account, Optional.empty());
    Services services = Services.of(Protocol.TCP, PortSet.range(port, port));
    return new Question(places.find(from), places.find(to), services).answer(account);
  }

  private static String group(String id, String... namedPeers) {
    return """
        groups.json {"SecurityGroups": [{"GroupId": "%s", "VpcId": "vpc-shop",
          "IpPermissions": [{"IpProtocol": "tcp", "FromPort": 7000, "ToPort": 7000,
            "UserIdGroupPairs": [%s]}],
          "IpPermissionsEgress": [{"IpProtocol": "-1", "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}]}]}
        """
        .formatted(
            id,
            String.join(
                ", ",
                Stream.of(namedPeers).map(peer -> "{\"GroupId\": \"" + peer + "\"}").toList()));
  }

  @Test
  void groups_that_name_each_other_let_in_what_has_the_other() throws IOException {
    NetworkSnapshot account =
        account("network", group("sg-web", "sg-database"), group("sg-database", "sg-web"));
    assertThat(ask(account, "i-web", "i-database", 7000).outcome())
        .isEqualTo(Candidate.Outcome.REACHABLE);
    assertThat(ask(account, "i-database", "i-web", 7000).outcome())
        .isEqualTo(Candidate.Outcome.REACHABLE);
    assertThat(ask(account, "internet", "i-web", 7000).outcome())
        .isEqualTo(Candidate.Outcome.NOT_REACHABLE);
  }

  @Test
  void a_group_that_names_itself_lets_in_its_own_and_nobody_else() throws IOException {
    String far =
        """
        far.json {"NetworkInterfaces": [{"NetworkInterfaceId": "eni-far", "VpcId": "vpc-shop",
          "SubnetId": "subnet-private", "PrivateIpAddresses": [{"PrivateIpAddress": "10.0.2.99"}],
          "Groups": [{"GroupId": "sg-web"}]}]}
        """;
    NetworkSnapshot account = account("network", group("sg-web", "sg-web"), far);
    assertThat(ask(account, "eni-far", "eni-web", 7000).outcome())
        .isEqualTo(Candidate.Outcome.REACHABLE);
    assertThat(ask(account, "i-database", "i-web", 7000).outcome())
        .isEqualTo(Candidate.Outcome.NOT_REACHABLE);
  }

  @Test
  void vpcs_peered_both_ways_are_peered_as_by_one_connection() throws IOException {
    NetworkSnapshot once = account("network");
    NetworkSnapshot twice =
        account(
            "network",
            """
            peering-2.json {"VpcPeeringConnections": [
              {"VpcPeeringConnectionId": "pcx-back", "Status": {"Code": "active"},
               "RequesterVpcInfo": {"VpcId": "vpc-shop"},
               "AccepterVpcInfo": {"VpcId": "vpc-office"}},
              {"VpcPeeringConnectionId": "pcx-forth", "Status": {"Code": "active"},
               "RequesterVpcInfo": {"VpcId": "vpc-office"},
               "AccepterVpcInfo": {"VpcId": "vpc-shop"}},
              {"VpcPeeringConnectionId": "pcx-self", "Status": {"Code": "active"},
               "RequesterVpcInfo": {"VpcId": "vpc-shop"},
               "AccepterVpcInfo": {"VpcId": "vpc-shop"}}]}
            """);
    assertThat(twice.peerings()).hasSize(once.peerings().size() + 3);
    assertThat(Change.between(once, twice)).isEmpty();
    assertThat(Exposures.of(twice).found()).hasSameSizeAs(Exposures.of(once).found());
  }

  /// Packets for 10.2.0.0/16 are handed from one gateway to the other and back.
  @Test
  void transit_gateways_that_route_to_each_other_are_a_circle_that_ends() throws IOException {
    NetworkSnapshot account =
        account(
            "network-transit",
            """
            far.json {"TransitGateways": [{"TransitGatewayId": "tgw-far"}],
              "TransitGatewayAttachments": [
                {"TransitGatewayAttachmentId": "tgw-attach-peer", "TransitGatewayId": "tgw-core",
                 "ResourceType": "peering", "ResourceId": "tgw-far", "State": "available",
                 "Association": {"TransitGatewayRouteTableId": "tgw-rtb-core"}},
                {"TransitGatewayAttachmentId": "tgw-attach-peer", "TransitGatewayId": "tgw-far",
                 "ResourceType": "peering", "ResourceId": "tgw-core", "State": "available",
                 "Association": {"TransitGatewayRouteTableId": "tgw-rtb-far"}}],
              "TransitGatewayRouteTables": [
                {"TransitGatewayRouteTableId": "tgw-rtb-far", "TransitGatewayId": "tgw-far"}]}
            """,
            "routes-of-tgw-rtb-core-2.json " + loop("tgw-core"),
            "routes-of-tgw-rtb-far.json " + loop("tgw-far"));
    Answer answer = ask(account, "eni-app-a", "vpc-ops", 22);
    assertThat(answer.outcome()).isEqualTo(Candidate.Outcome.NOT_REACHABLE);
    assertThat(answer.ways())
        .extracting(way -> way.judgement().decisive().text())
        .contains("the routes lead in a circle");
    assertThat(Exposures.of(account).found()).isNotNull();
  }

  /// More specific than what the example routes, so that it wins.
  private static String loop(String gateway) {
    return """
        {"Routes": [
          {"DestinationCidrBlock": "10.2.0.0/17", "Type": "static", "State": "active",
           "TransitGatewayAttachments": [{"TransitGatewayAttachmentId": "tgw-attach-peer",
             "ResourceType": "peering", "ResourceId": "of %1$s"}]},
          {"DestinationCidrBlock": "10.2.128.0/17", "Type": "static", "State": "active",
           "TransitGatewayAttachments": [{"TransitGatewayAttachmentId": "tgw-attach-peer",
             "ResourceType": "peering", "ResourceId": "of %1$s"}]}]}
        """
        .formatted(gateway);
  }

  @Test
  void what_has_the_address_in_the_own_vpc_is_spoken_to_and_not_its_double_beyond_a_peering()
      throws IOException {
    NetworkSnapshot account =
        account(
            "network",
            """
            doubles.json {"Vpcs": [{"VpcId": "vpc-office", "CidrBlock": "10.0.0.0/16"}],
              "NetworkInterfaces": [{"NetworkInterfaceId": "eni-desk", "SubnetId": "subnet-office",
                "VpcId": "vpc-office", "PrivateIpAddresses": [
                  {"PrivateIpAddress": "10.0.2.20", "Primary": true}],
                "Groups": [{"GroupId": "sg-desk"}], "Attachment": {"InstanceId": "i-desk"}}]}
            """,
            """
            routes.json {"RouteTables": [{"RouteTableId": "rtb-office", "VpcId": "vpc-office",
              "Associations": [{"Main": true}], "Routes": [
                {"DestinationCidrBlock": "10.0.0.0/16", "GatewayId": "local", "State": "active"},
                {"DestinationCidrBlock": "10.0.0.0/16", "VpcPeeringConnectionId": "pcx-shop",
                 "State": "active", "Origin": "CreateRoute"}]}]}
            """);
    assertThat(ask(account, "eni-desk", "eni-database", 5432).outcome())
        .isNotEqualTo(Candidate.Outcome.REACHABLE);
    assertThat(Exposures.of(account).found()).isNotNull();
    assertThat(List.copyOf(account.gaps())).extracting(Gap::what).doesNotContain("eni-desk");
  }

  @Test
  void an_address_in_two_vpcs_is_asked_for_with_one_of_them() throws IOException {
    NetworkSnapshot account =
        account(
            "network",
            """
            doubles.json {"NetworkInterfaces": [{"NetworkInterfaceId": "eni-desk",
              "SubnetId": "subnet-office", "VpcId": "vpc-office", "PrivateIpAddresses": [
                {"PrivateIpAddress": "10.0.2.20", "Primary": true}],
              "Groups": [{"GroupId": "sg-desk"}], "Attachment": {"InstanceId": "i-desk"}}]}
            """);
    assertThat(new Places(account, Optional.of("vpc-office")).find("10.0.2.20").interfaces())
        .extracting(each -> each.id())
        .containsExactly("eni-desk");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Places(account, Optional.empty()).find("10.0.2.20"))
        .withMessageContaining("several VPCs");
  }
}
