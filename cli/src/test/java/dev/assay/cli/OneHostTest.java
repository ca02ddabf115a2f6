package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.awsapi.assay.DescribeEvidenceRequest;
import dev.assay.awsapi.assay.DescribeEvidenceResponse;
import dev.assay.awsapi.assay.EvidencePart;
import dev.assay.awsapi.assay.EvidenceResource;
import dev.assay.awsapi.assay.EvidenceResourceType;
import dev.assay.awsapi.assay.EvidenceWay;
import dev.assay.awsapi.assay.KnownEvidence;
import dev.assay.awsapi.assay.ListAgentsRequest;
import dev.assay.awsapi.assay.ListAgentsResponse;
import dev.assay.awsapi.assay.SubmitEvidenceResponse;
import dev.assay.model.Inventory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.inspector2.Inspector2Client;
import software.amazon.awssdk.services.inspector2.model.CoverageStringComparison;
import software.amazon.awssdk.services.inspector2.model.CoverageStringFilter;
import software.amazon.awssdk.services.inspector2.model.CoveredResource;
import software.amazon.awssdk.services.inspector2.model.ScanMode;

/// A host that is reached in several ways, with a real process that serves a real database.
final class OneHostTest {
  @TempDir static Path directory;
  private static ServedProcess served;
  private static EnrolledAgents agents;

  @TempDir Path here;

  @BeforeAll
  static void serve() throws IOException {
    served = ServedProcess.startPrepared(directory);
    agents = new EnrolledAgents(served.url(), directory);
  }

  @AfterAll
  static void end() {
    served.close();
  }

  @Test
  void an_agent_on_a_host_that_was_scanned_before_speaks_for_the_same_resource() throws Exception {
    Root root = root("shop-1", "1");
    assertThat(submitted(root)).isEqualTo("shop-1");
    root.with("etc/hostname", "shop-renamed\n");
    assertThat(agents.once(agents.token(1), here.resolve("state"), root.path()).exitCode())
        .isZero();
    assertThat(
            agents
                .own("ListAgents", ListAgentsRequest.builder().build(), ListAgentsResponse.class)
                .agents())
        .extracting(agent -> agent.resourceId())
        .contains("shop-1")
        .doesNotContain("shop-renamed");
    assertThat(submitted(root)).isEqualTo("shop-1");
  }

  @Test
  void a_mounted_root_of_a_host_with_an_agent_is_that_host() throws Exception {
    Root root = root("db-1", "2");
    assertThat(
            agents
                .once(
                    agents.token(1),
                    here.resolve("state"),
                    root.path(),
                    "--resource",
                    "chosen-by-a-person")
                .exitCode())
        .isZero();
    assertThat(coverage("chosen-by-a-person").scanMode()).isEqualTo(ScanMode.EC2_SSM_AGENT_BASED);
    assertThat(submitted(root)).isEqualTo("chosen-by-a-person");
    assertThat(coverage("chosen-by-a-person").scanMode()).isEqualTo(ScanMode.EC2_AGENTLESS);
    assertThat(
            agents
                .own(
                    "DescribeEvidence",
                    new DescribeEvidenceRequest("chosen-by-a-person"),
                    DescribeEvidenceResponse.class)
                .evidence())
        .extracting(KnownEvidence::part, KnownEvidence::way)
        .containsExactly(
            tuple(EvidencePart.PACKAGES, EvidenceWay.FILES),
            tuple(EvidencePart.PACKAGES, EvidenceWay.AGENT));
  }

  @Test
  void two_hosts_of_one_name_are_two_resources() throws Exception {
    assertThat(submitted(root("localhost", "3"))).isEqualTo("localhost");
    assertThat(submitted(root("localhost", "4"))).matches("localhost-[0-9a-f]{8}");
  }

  @Test
  void a_mounted_root_s_links_do_not_lead_to_the_machine_that_reads_it() throws Exception {
    Root outside = root("outside", "5");
    assertThat(submitted(outside)).isEqualTo("outside");
    Root mounted = Root.debian(here.resolve("mounted")).with("etc/hostname", "mounted\n");
    Path link = mounted.path().resolve("etc/machine-id");
    Files.createSymbolicLink(link, outside.path().resolve("etc/machine-id").toAbsolutePath());
    assertThat(link).content().isEqualTo("5".repeat(32) + "\n");
    assertThat(submitted(mounted)).isEqualTo("mounted");
  }

  @Test
  void a_tree_that_tells_nothing_of_a_machine_is_named_by_its_path() throws Exception {
    Root bare = Root.debian(here.resolve("bare"));
    assertThat(submitted(bare)).isEqualTo(bare.path().toString());
  }

  private static CoveredResource coverage(String host) {
    try (Inspector2Client client =
        new SdkClients(served.url(), directory.resolve("admin-credentials")).v2()) {
      return client
          .listCoverage(
              asked ->
                  asked.filterCriteria(
                      that ->
                          that.resourceId(
                              CoverageStringFilter.builder()
                                  .comparison(CoverageStringComparison.EQUALS)
                                  .value(host)
                                  .build())))
          .coveredResources()
          .getFirst();
    }
  }

  /// Submits as `assay scan --submit` does.
  private String submitted(Root root) throws Exception {
    Inventory inventory = new TargetReader().read(root.path());
    SubmitOptions options = new SubmitOptions();
    EvidenceResource host =
        SubmittedResource.of(TargetReader.names(root.path()), root.path().toString(), options);
    SubmitEvidenceResponse answer =
        new EvidenceClient(served.url(), agents.administrator())
            .submit(host, EvidenceWay.FILES, Map.of(), inventory);
    assertThat(host.type()).isEqualTo(EvidenceResourceType.FILE_TREE);
    return Objects.requireNonNull(answer.resourceId());
  }

  private Root root(String name, String machine) {
    return Root.debian(here.resolve("root-" + machine))
        .installed("bash", "5.2.15-2+b2")
        .with("etc/hostname", name + "\n")
        .with("etc/machine-id", machine.repeat(32) + "\n");
  }
}
