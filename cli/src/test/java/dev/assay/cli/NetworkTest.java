package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class NetworkTest {
  private static final Path SAMPLE = Assay.EXAMPLES.resolve("network");

  @Test
  void lists_what_is_exposed_the_worst_first() {
    JsonNode findings = Assay.run("network", SAMPLE, "--format", "json").json().get("findings");
    assertThat(findings.findValuesAsString("title"))
        .containsExactly(
            "Port 22 is reachable from an Internet Gateway - TCP",
            "Port 5432 is reachable from a peered VPC - TCP",
            "Port 443 is reachable from an Internet Gateway - TCP");
  }

  @Test
  void lists_what_is_exposed_to_the_internet_alone() {
    JsonNode findings =
        Assay.run("network", SAMPLE, "--from", "internet", "--format", "json")
            .json()
            .get("findings");
    assertThat(findings.findValuesAsString("title"))
        .containsExactly(
            "Port 22 is reachable from an Internet Gateway - TCP",
            "Port 443 is reachable from an Internet Gateway - TCP");
  }

  @Test
  void a_question_says_what_would_close_each_open_way() {
    JsonNode remediation = question("internet", "i-web", "22").get("remediation");
    assertThat(remediation.findValuesAsString("groupId")).containsExactly("sg-web");
    assertThat(remediation.findValuesAsString("text"))
        .singleElement()
        .asString()
        .contains("sg-web", "this also affects eni-old");
    assertThat(
            Assay.run("network", SAMPLE, "--from", "internet", "--to", "i-web", "--port", 22).out())
        .contains("to close it: revoke");
  }

  @Test
  void answers_a_question_with_the_path() {
    JsonNode answer = question("internet", "i-web", "22");
    assertThat(answer.get("reachable").asBoolean()).isTrue();
    assertThat(answer.get("path").findValuesAsString("componentId"))
        .containsSubsequence("igw-shop", "acl-public", "sg-web", "eni-web", "i-web", "rtb-public");
  }

  @Test
  void names_what_blocks_with_its_code() {
    JsonNode answer = question("internet", "i-database", "5432");
    assertThat(answer.get("reachable").asBoolean()).isFalse();
    assertThat(answer.get("blockedBy").findValuesAsString("code"))
        .containsExactly("IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS");
  }

  @Test
  void an_address_that_an_acl_denies_is_blocked_by_it() {
    assertThat(question("203.0.113.9", "i-web", "22").get("blockedBy").findValuesAsString("code"))
        .containsExactly("SUBNET_ACL_RESTRICTION");
  }

  @Test
  void a_snapshot_cut_in_half_is_not_read_as_closed(@TempDir Path half) throws IOException {
    for (Path file : files()) {
      byte[] whole = Files.readAllBytes(file);
      boolean cut = file.endsWith("internet-gateways.json");
      Files.write(
          half.resolve(String.valueOf(file.getFileName())),
          cut ? Arrays.copyOf(whole, whole.length / 2) : whole);
    }
    Assay run =
        Assay.run("network", half, "--from", "internet", "--to", "i-web", "--format", "json");
    assertThat(run.json().get("reachable").isNull()).isTrue();
    assertThat(run.json().get("notEvaluated").findValuesAsString("what"))
        .contains("internet-gateways.json");
    assertThat(run.exitCode()).isEqualTo(3);
  }

  @Test
  void a_target_that_a_load_balancer_may_lead_to_is_not_read_as_closed(@TempDir Path copy)
      throws IOException {
    for (Path file : files()) {
      Files.copy(file, copy.resolve(String.valueOf(file.getFileName())));
    }
    Files.writeString(copy.resolve("elb.json"), "{\"LoadBalancers\": [{\"VpcId\": \"vpc-shop\"}]}");
    Assay run =
        Assay.run("network", copy, "--from", "internet", "--to", "i-database", "--format", "json");
    assertThat(run.json().get("outcome").asString()).isEqualTo("NOT_EVALUATED");
  }

  @Test
  void leads_through_a_load_balancer_to_its_healthy_target() {
    Assay run =
        Assay.run(
            "network",
            Assay.EXAMPLES.resolve("network-transit"),
            "--from",
            "internet",
            "--to",
            "i-app-a",
            "--port",
            "8080",
            "--protocol",
            "tcp",
            "--format",
            "json");
    assertThat(run.json().get("reachable").asBoolean()).isTrue();
    assertThat(run.json().get("path").findValuesAsString("componentId"))
        .containsSubsequence("igw-app", "sg-front", "eni-shop-a", "sg-app", "i-app-a");
  }

  @Test
  void draws_the_paths() {
    Assay run = Assay.run("network", SAMPLE, "--format", "svg");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("<svg")
        .contains("igw-shop", "Network ACL", "VPC Peering Connection", "tcp 22 (SSH)");
  }

  @Test
  void a_page_says_beside_the_picture_what_is_open_and_what_closes_it() {
    Assay run =
        Assay.run("network", SAMPLE, "--from", "internet", "--to", "i-web", "--format", "html");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains(
            "<li>internet to 10.0.1.10: tcp 22, tcp 443, from any public IPv4 but 203.0.113.0/24",
            "<li>revoke tcp 22-22 0.0.0.0/0 in sg-web");
  }

  @Test
  void tells_what_a_change_closes(@TempDir Path folder) throws IOException {
    Path change = folder.resolve("change.json");
    Files.writeString(change, "{\"Remove\": [\"igw-shop\"]}");
    JsonNode changes =
        Assay.run("network", SAMPLE, "--what-if", change, "--format", "json").json().get("changes");
    assertThat(changes.findValuesAsString("interface")).containsExactly("eni-web");
  }

  @Test
  void says_in_one_line_what_it_does_not_know() {
    Assay run = Assay.run("network", SAMPLE, "--from", "internet", "--to", "i-nobody");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.complaints()).hasSize(1);
  }

  private static JsonNode question(String from, String to, String port) {
    return Assay.run(
            "network",
            SAMPLE,
            "--from",
            from,
            "--to",
            to,
            "--port",
            port,
            "--protocol",
            "tcp",
            "--format",
            "json")
        .json();
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLE)) {
      return files.toList();
    }
  }
}
