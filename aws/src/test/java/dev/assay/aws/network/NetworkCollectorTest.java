package dev.assay.aws.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.network.Candidate;
import dev.assay.network.Exposures;
import dev.assay.network.Hop;
import dev.assay.network.reader.SnapshotReader;
import dev.assay.network.snapshot.Gap;
import dev.assay.network.snapshot.NetworkSnapshot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;

/// Collects by the real SDK from a small endpoint that speaks its protocols.
final class NetworkCollectorTest {
  private static final Path EXAMPLES = Path.of("../examples");

  @BeforeEach
  void setCredentials() {
    System.setProperty("aws.accessKeyId", "AKIDEXAMPLE");
    System.setProperty("aws.secretAccessKey", "secret");
  }

  @AfterEach
  void clearCredentials() {
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  @ParameterizedTest
  @ValueSource(strings = {"network", "network-transit"})
  void what_was_collected_gives_the_answer_of_the_files_it_came_from(String example)
      throws IOException {
    Path files = EXAMPLES.resolve(example);
    try (FakeAws fake = new FakeAws(files)) {
      Map<String, byte[]> collected = collect(fake, List.of("eu-west-1"), List.of());

      assertThat(collected.keySet()).allMatch(name -> name.startsWith("111122223333/eu-west-1/"));
      assertThat(answer(read(collected))).isNotEmpty().isEqualTo(answer(read(saved(files))));
    }
  }

  @Test
  void every_page_is_a_file() throws IOException {
    try (FakeAws fake = new FakeAws(EXAMPLES.resolve("network"))) {
      assertThat(collect(fake, List.of("eu-west-1"), List.of()).keySet())
          .contains("111122223333/eu-west-1/subnets.json", "111122223333/eu-west-1/subnets-2.json");
    }
  }

  @Test
  void each_account_and_region_has_a_folder() throws IOException {
    try (FakeAws fake = new FakeAws(EXAMPLES.resolve("network"))) {
      Map<String, byte[]> collected =
          collect(
              fake,
              List.of("eu-west-1", "eu-central-1"),
              List.of("arn:aws:iam::222233334444:role/reader"));

      assertThat(collected)
          .containsKeys("222233334444/eu-west-1/vpcs.json", "222233334444/eu-central-1/vpcs.json");
      assertThat(fake.actions()).contains("sts:AssumeRole");
    }
  }

  @Test
  void the_tags_of_load_balancers_are_collected() throws IOException {
    try (FakeAws fake = new FakeAws(EXAMPLES.resolve("network-transit"))) {
      SnapshotReader reader = new SnapshotReader();
      collect(fake, List.of("eu-west-1"), List.of())
          .forEach((name, content) -> reader.read(name, new ByteArrayInputStream(content)));

      assertThat(reader.balancerTags().values())
          .containsExactly(Map.of("Name", "shop", "stage", "production"));
    }
  }

  @Test
  void a_call_that_is_denied_ends_it_and_is_named() throws IOException {
    try (FakeAws fake = new FakeAws(EXAMPLES.resolve("network"))) {
      fake.deny("ec2:DescribeRouteTables");

      assertThatExceptionOfType(CollectionFailedException.class)
          .isThrownBy(() -> collect(fake, List.of("eu-west-1"), List.of()))
          .withMessageStartingWith("ec2:DescribeRouteTables in eu-west-1 failed: ");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "directconnect:DescribeVirtualInterfaces",
        "ec2:DescribeTransitGatewayRouteTables",
        "ec2:DescribeVpcBlockPublicAccessOptions"
      })
  void a_call_that_the_region_does_not_know_is_a_gap_of_the_snapshot(String action)
      throws IOException {
    Path files = EXAMPLES.resolve("network");
    try (FakeAws fake = new FakeAws(files)) {
      fake.forget(action);
      NetworkSnapshot read = read(collect(fake, List.of("eu-west-1"), List.of()));

      assertThat(read.gaps()).extracting(Gap::what).contains(action + " in eu-west-1");
      assertThat(answer(read)).isNotEmpty().isEqualTo(answer(read(saved(files))));
    }
  }

  @Test
  void a_call_that_every_region_knows_ends_it_where_it_is_not_known() throws IOException {
    try (FakeAws fake = new FakeAws(EXAMPLES.resolve("network"))) {
      fake.forget("ec2:DescribeNetworkAcls");

      assertThatExceptionOfType(CollectionFailedException.class)
          .isThrownBy(() -> collect(fake, List.of("eu-west-1"), List.of()))
          .withMessageStartingWith("ec2:DescribeNetworkAcls in eu-west-1 failed: ");
    }
  }

  @Test
  void a_service_without_a_host_is_one_that_the_region_does_not_know() {
    SdkClientException nowhere =
        SdkClientException.create("no host", new IOException(new UnknownHostException("dx")));

    assertThat(UnknownCallException.is(nowhere)).isTrue();
    assertThat(UnknownCallException.is(SdkClientException.create("reset"))).isFalse();
  }

  @Test
  void the_documented_policy_allows_what_is_called_and_no_more() throws IOException {
    TreeSet<String> called = new TreeSet<>();
    try (FakeAws fake = new FakeAws(EXAMPLES.resolve("network-transit"))) {
      collect(fake, List.of("eu-west-1"), List.of());
      called.addAll(fake.actions());
    }
    // The examples have no classic balancer; nobody needs leave to learn who he is.
    called.add("elasticloadbalancing:DescribeInstanceHealth");
    called.remove("sts:GetCallerIdentity");

    String page = Files.readString(Path.of("../docs/network.md"));
    TreeSet<String> allowed =
        Pattern.compile("\"((ec2|elasticloadbalancing|directconnect):[A-Za-z]+)\"")
            .matcher(page)
            .results()
            .map((MatchResult found) -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(allowed).isEqualTo(called);
  }

  private static Map<String, byte[]> collect(FakeAws fake, List<String> regions, List<String> roles)
      throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    List<String> said = new ArrayList<>();
    new NetworkCollector(new AccountAccess(null, regions, roles, fake.url()), files::put, said::add)
        .collect();
    assertThat(said).contains(regions.getFirst() + " ec2:DescribeVpcs");
    return files;
  }

  private static Map<String, byte[]> saved(Path directory) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(directory)) {
      for (Path file : all.toList()) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  private static NetworkSnapshot read(Map<String, byte[]> files) {
    SnapshotReader reader = new SnapshotReader();
    files.forEach((name, content) -> reader.read(name, new ByteArrayInputStream(content)));
    return reader.snapshot();
  }

  private static List<String> answer(NetworkSnapshot snapshot) {
    Exposures exposures = Exposures.of(snapshot);
    return Stream.concat(
            exposures.found().stream()
                .map(
                    open ->
                        way(open.candidate())
                            + " "
                            + open.protocol()
                            + open.ports()
                            + open.traffic()
                            + open.severity()),
            exposures.undecided().stream().map(way -> "undecided " + way(way)))
        .sorted()
        .toList();
  }

  private static String way(Candidate way) {
    return way.source() + " " + way.address() + way.trail().hops().stream().map(Hop::id).toList();
  }
}
