package dev.assay.assessment.reachability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.finding.ReachablePorts;
import dev.assay.assessment.finding.ReachablePorts.Route;
import dev.assay.assessment.reachability.ConfigurationFiles.NamedFile;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.resource.ResourceType;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.network.JoinedVpcs;
import dev.assay.network.snapshot.Gap;
import dev.assay.network.snapshot.Listings.Listing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A snapshot that lacks something leaves no way closed that may be open; a whole one leaves none
/// in doubt.
final class DoubtsTest {
  private static final Tenant TENANT = Tenant.of("111122223333", "eu-central-1");
  private static final int ROUNDS = 300;

  @ParameterizedTest
  @ValueSource(strings = {"network", "network-transit"})
  void whatever_files_a_snapshot_lacks_it_closes_nothing(String name) throws IOException {
    Map<String, String> files = example(name);
    Configuration whole = read(files);
    List<Open> open = open(new NetworkEvaluation(TENANT, whole, Set.of()));
    assertThat(open).hasSizeGreaterThan(2);
    Random random = new Random(20261128);
    int doubted = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Map<String, String> some = new TreeMap<>(files);
      some.keySet().removeIf(file -> random.nextInt(6) == 0);
      NetworkEvaluation evaluation =
          new NetworkEvaluation(TENANT, read(some), whole.listings().whole());
      doubted += closed(open, evaluation, some.keySet());
    }
    assertThat(doubted).isGreaterThan(ROUNDS / 4);
  }

  /// @return how many ways are in doubt
  private static int closed(List<Open> open, NetworkEvaluation evaluation, Set<String> files) {
    List<Open> now = open(evaluation);
    Doubts doubts = evaluation.doubts();
    Set<String> hosts =
        Set.copyOf(evaluation.resources().stream().map(EvaluatedResource::id).toList());
    int doubted = 0;
    for (Open each : open) {
      if (!now.contains(each)) {
        assertThat(
                hosts.contains(each.host())
                    ? doubts.about(each.host(), each.rule())
                    : doubts.about(key(each.host()), ""))
            .as("%s by %s", each, files)
            .isPresent();
        doubted++;
      }
    }
    return doubted;
  }

  @ParameterizedTest
  @ValueSource(strings = {"network", "network-transit"})
  void a_whole_snapshot_closes_what_a_change_of_groups_closes(String name) throws IOException {
    Map<String, String> files = new LinkedHashMap<>(example(name));
    Configuration whole = read(files);
    List<Open> open = open(new NetworkEvaluation(TENANT, whole, Set.of()));
    files.compute(
        "security-groups.json",
        (file, text) ->
            String.valueOf(text)
                .replaceAll("\"FromPort\": \\d+", "\"FromPort\": 65000")
                .replaceAll("\"ToPort\": \\d+", "\"ToPort\": 65000"));
    NetworkEvaluation evaluation =
        new NetworkEvaluation(TENANT, read(files), whole.listings().whole());
    List<Open> now = open(evaluation);
    Doubts doubts = evaluation.doubts();

    List<Open> gone = open.stream().filter(each -> !now.contains(each)).toList();
    assertThat(gone).isNotEmpty();
    assertThat(gone)
        .allSatisfy(each -> assertThat(doubts.about(each.host(), each.rule())).isEmpty());
  }

  @Test
  void joined_vpcs_of_too_many_interfaces_are_undecided_and_close_nothing() throws IOException {
    Configuration whole = read(example("network-transit"));
    long pairs = new JoinedVpcs(whole.snapshot()).pairs();
    List<Open> open = open(new NetworkEvaluation(TENANT, whole, Set.of(), pairs));
    NetworkEvaluation bounded = new NetworkEvaluation(TENANT, whole, Set.of(), pairs - 1);
    List<Open> left = open(bounded);

    assertThat(pairs).isPositive();
    assertThat(new JoinedVpcs(whole.snapshot()).apart().gaps())
        .extracting(Gap::consequence)
        .contains(
            "they join VPCs with "
                + pairs
                + " pairs of interfaces, too many to list: what can be reached through them is left"
                + " out; ask for two ends with --from and --to");
    assertThat(left)
        .isEqualTo(open.stream().filter(each -> each.rule().route() == Route.INTERNET).toList());
    List<Open> gone = open.stream().filter(each -> !left.contains(each)).toList();
    assertThat(gone).isNotEmpty();
    assertThat(gone)
        .allSatisfy(
            each ->
                assertThat(bounded.doubts().about(each.host(), each.rule()).orElseThrow())
                    .startsWith("between " + pairs + " pairs of interfaces of joined VPCs"));
    assertThat(bounded.resources())
        .allSatisfy(
            each ->
                assertThat(each.undecided())
                    .extracting(NetworkReport.Undecided::way)
                    .contains(NetworkReport.Way.VPC_PEERING));
  }

  @Test
  void an_interface_that_is_listed_no_more_is_gone() throws IOException {
    Map<String, String> files = new LinkedHashMap<>(example("network"));
    Configuration whole = read(files);
    files.replaceAll((file, text) -> text.replace("\"eni-web\"", "\"eni-new\""));
    Doubts doubts = new NetworkEvaluation(TENANT, read(files), whole.listings().whole()).doubts();

    assertThat(doubts.about("i-web", WayRule.parse("INTERNET igw-shop - eni-web TCP 22-22")))
        .isEmpty();
    assertThat(doubts.about(key("i-web"), "")).isEmpty();
  }

  @Test
  void a_listing_of_which_only_the_first_page_is_there_says_of_nothing_that_it_is_gone() {
    Configuration cut = read(Map.of("a.json", "{\"Reservations\": [], \"NextToken\": \"more\"}"));
    Configuration paged =
        read(
            Map.of(
                "a.json", "{\"Reservations\": [], \"NextToken\": \"more\"}",
                "b.json", "{\"Reservations\": []}"));

    assertThat(cut.listings().whole()).isEmpty();
    assertThat(paged.listings().whole()).containsExactly(new Listing("", "Reservations"));
  }

  @Test
  void a_listing_with_a_record_that_cannot_be_used_is_not_whole() {
    Configuration broken =
        read(Map.of("x/y/a.json", "{\"Reservations\": [{\"Instances\": [{}]}], \"Vpcs\": []}"));

    assertThat(broken.listings().whole()).containsExactly(new Listing("x/y", "Vpcs"));
  }

  @Test
  void the_text_of_a_rule_is_read_back() {
    for (String text :
        List.of(
            "INTERNET igw-1 - eni-1 TCP 22-22",
            "PEERED_VPC pcx-1 arn:aws:elasticloadbalancing:x:1:loadbalancer/app/a/b eni-1 UDP 0-65535")) {
      assertThat(WayRule.parse(text).text()).isEqualTo(text);
    }
  }

  private static ResourceKey key(String id) {
    return new ResourceKey(
        TENANT, id.startsWith("arn:") ? ResourceType.LOAD_BALANCER : ResourceType.HOST, id);
  }

  private record Open(String host, WayRule rule) {}

  private static List<Open> open(NetworkEvaluation evaluation) {
    List<Open> open = new ArrayList<>();
    for (EvaluatedResource host : evaluation.resources()) {
      for (ReachablePorts ports : host.open()) {
        open.add(new Open(host.id(), WayRule.of(ports)));
      }
    }
    return open;
  }

  static Configuration read(Map<String, String> files) {
    return new ConfigurationFiles(
            files.entrySet().stream()
                .map(
                    file ->
                        new NamedFile(
                            file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8)))
                .toList())
        .read();
  }

  private static Map<String, String> example(String name) throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.list(Path.of("..", "examples", name))) {
      for (Path file : files.toList()) {
        all.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return all;
  }
}
