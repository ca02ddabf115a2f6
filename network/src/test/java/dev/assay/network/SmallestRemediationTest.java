package dev.assay.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.network.packet.PortSet;
import dev.assay.network.packet.Protocol;
import dev.assay.network.packet.Services;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.reader.SnapshotReader;
import dev.assay.network.snapshot.NetworkSnapshot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What is proposed for SSH to the example's web server: its group `sg-web` is the group of
/// `eni-old` in the same subnet, too.
final class SmallestRemediationTest {
  private static final String FAR =
      """
      {"NetworkInterfaces": [{"NetworkInterfaceId": "eni-far", "SubnetId": "subnet-private",
        "VpcId": "vpc-shop", "PrivateIpAddresses": [{"PrivateIpAddress": "10.0.2.99"}],
        "Groups": [{"GroupId": "sg-web"}]}]}
      """;

  private static String authorize(String group, int from, int to) {
    return """
        {"AuthorizeSecurityGroupIngress": [{"GroupId": "%s", "IpPermissions": [
          {"IpProtocol": "tcp", "FromPort": %d, "ToPort": %d,
           "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}]}]}
        """
        .formatted(group, from, to);
  }

  /// A group that lets SSH in, had beside `sg-web` by an interface.
  private static String sshGroup(String interfaceId, String address) {
    return """
        {"SecurityGroups": [{"GroupId": "sg-ssh", "VpcId": "vpc-shop", "IpPermissions": [
           {"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22,
            "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}]}],
         "NetworkInterfaces": [{"NetworkInterfaceId": "%s", "SubnetId": "subnet-public",
           "VpcId": "vpc-shop", "PrivateIpAddresses": [{"PrivateIpAddress": "%s",
             "Primary": true, "Association": {"PublicIp": "198.51.100.10"}}],
           "Groups": [{"GroupId": "sg-web"}, {"GroupId": "sg-ssh"}],
           "Attachment": {"InstanceId": "i-web"}}]}
        """
        .formatted(interfaceId, address);
  }

  private static NetworkSnapshot account(String... changes) throws IOException {
    SnapshotReader reader = new SnapshotReader();
    try (Stream<Path> files = Files.list(Path.of("..", "examples", "network"))) {
      for (Path file : files.sorted().toList()) {
        try (InputStream in = Files.newInputStream(file)) {
          reader.read(String.valueOf(file.getFileName()), in);
        }
      }
    }
    for (String change : changes) {
      reader.change(new ByteArrayInputStream(change.getBytes(StandardCharsets.UTF_8)));
    }
    return reader.snapshot();
  }

  private static Remediation closing(int port, String... changes) throws IOException {
    TrafficSet one =
        TrafficSet.ALL.map(all -> Services.of(Protocol.TCP, PortSet.range(port, port)));
    return Exposures.of(account(changes)).found().stream()
        .filter(each -> each.candidate().destination().id().equals("eni-web"))
        .filter(each -> !each.traffic().and(one).isEmpty())
        .map(each -> each.remedies().of(each.candidate(), each.traffic().and(one)))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> words(int port, String... changes) throws IOException {
    return RemediationWords.of(closing(port, changes));
  }

  @Test
  void the_rule_is_revoked_that_lets_it_in() throws IOException {
    assertThat(closing(22).changes())
        .singleElement()
        .isInstanceOfSatisfying(
            Remediation.Change.Revoke.class,
            revoke -> {
              assertThat(revoke.groupId()).isEqualTo("sg-web");
              assertThat(revoke.keep().isEmpty()).isTrue();
            });
    assertThat(closing(22).alsoAffects()).containsExactly("eni-old");
  }

  @Test
  void of_a_range_only_the_port_is_closed() throws IOException {
    assertThat(words(23, authorize("sg-web", 20, 25)))
        .anyMatch(each -> each.endsWith("and authorise tcp 20-22, tcp 24-25 in its stead"))
        .hasSize(2);
  }

  @Test
  void all_groups_that_let_it_in_are_changed_together() throws IOException {
    String ssh = sshGroup("eni-web", "10.0.1.10");
    String web = authorize("sg-web", 8080, 8080);
    assertThat(closing(8080, ssh, web, authorize("sg-ssh", 8000, 8999)).changes())
        .extracting(each -> ((Remediation.Change.Revoke) each).groupId())
        .containsExactly("sg-web", "sg-ssh");
  }

  @Test
  void who_lets_in_the_same_by_another_group_is_not_affected() throws IOException {
    assertThat(closing(22, sshGroup("eni-old", "10.0.1.11")).alsoAffects()).isEmpty();
  }

  @Test
  void an_entry_of_the_acl_is_smaller_where_the_group_is_had_by_more_than_the_subnet()
      throws IOException {
    assertThat(words(22, FAR))
        .containsExactly(
            "add inbound entry 99 to acl-public: deny tcp 22 from 0.0.0.0/0",
            "this also affects eni-old");
  }

  @Test
  void an_entry_of_the_acl_is_smaller_than_two_rules() throws IOException {
    assertThat(closing(22, authorize("sg-web", 20, 25)).changes())
        .singleElement()
        .isInstanceOf(Remediation.Change.Deny.class);
  }

  @Test
  void an_acl_is_left_alone_where_the_port_may_be_a_clients_own() throws IOException {
    Remediation remediation = closing(8080, FAR, authorize("sg-web", 8080, 8080));
    assertThat(remediation.changes()).singleElement().isInstanceOf(Remediation.Change.Revoke.class);
    assertThat(remediation.alsoAffects()).containsExactly("eni-far", "eni-old");
  }
}
