package dev.assay.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.network.reader.SnapshotReader;
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

/// What the example's ACLs leave of the ports that clients send from.
final class ClientPortsTest {
  private static String acl(String id, String subnet, String... outbound) {
    return """
        {"NetworkAcls": [{"NetworkAclId": "%s", "VpcId": "vpc-shop", "IsDefault": false,
          "Associations": [{"SubnetId": "%s"}], "Entries": [%s
          {"RuleNumber": 100, "Egress": false, "RuleAction": "allow", "CidrBlock": "0.0.0.0/0",
           "Protocol": "-1"}]}]}
        """
        .formatted(id, subnet, String.join("", outbound));
  }

  private static String entry(int number, String block, int from, int to) {
    return """
        {"RuleNumber": %d, "Egress": true, "RuleAction": "allow", "CidrBlock": "%s",
         "Protocol": "6", "PortRange": {"From": %d, "To": %d}},
        """
        .formatted(number, block, from, to);
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

  private static List<Optional<String>> ofWeb(String... changes) throws IOException {
    return Exposures.of(account(changes)).found().stream()
        .filter(each -> each.candidate().route() == Candidate.Route.INTERNET)
        .filter(each -> each.candidate().destination().id().equals("eni-web"))
        .map(each -> each.clientPorts().map(ClientPorts::words))
        .distinct()
        .toList();
  }

  @Test
  void nothing_is_said_where_replies_get_back_to_every_port() throws IOException {
    assertThat(ofWeb()).containsExactly(Optional.empty());
    String all = acl("acl-public", "subnet-public", entry(10, "0.0.0.0/0", 1024, 65_535));
    assertThat(ofWeb(all)).containsExactly(Optional.empty());
  }

  @Test
  void the_ports_are_named_that_replies_get_back_to() throws IOException {
    String some =
        acl(
            "acl-public",
            "subnet-public",
            entry(10, "0.0.0.0/0", 1, 2047),
            entry(20, "0.0.0.0/0", 32_768, 60_999));
    assertThat(ofWeb(some))
        .containsExactly(Optional.of("only from client ports 1024-2047, 32768-60999"));
  }

  @Test
  void it_is_said_where_the_ports_are_not_the_same_for_all_addresses() throws IOException {
    String some =
        acl(
            "acl-public",
            "subnet-public",
            entry(10, "198.0.0.0/8", 1024, 2047),
            entry(20, "0.0.0.0/0", 32_768, 60_999));
    assertThat(ofWeb(some))
        .containsExactly(
            Optional.of(
                "only from client ports 1024-2047, 32768-60999, and not from all addresses"));
  }
}
