package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.awsapi.assay.EvidenceResource;
import dev.assay.awsapi.assay.EvidenceResourceType;
import dev.assay.awsapi.assay.EvidenceWay;
import dev.assay.awsapi.assay.RuntimeFile;
import dev.assay.awsapi.assay.RuntimeObservation;
import dev.assay.awsapi.assay.RuntimePackage;
import dev.assay.awsapi.assay.RuntimeProcess;
import dev.assay.awsapi.assay.RuntimeSocket;
import dev.assay.awsapi.assay.RuntimeTransport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.inspector.model.Attribute;
import software.amazon.awssdk.services.inspector2.Inspector2Client;
import software.amazon.awssdk.services.inspector2.model.CoverageDateFilter;
import software.amazon.awssdk.services.inspector2.model.CoverageMapComparison;
import software.amazon.awssdk.services.inspector2.model.CoverageMapFilter;
import software.amazon.awssdk.services.inspector2.model.CoverageStringComparison;
import software.amazon.awssdk.services.inspector2.model.CoverageStringFilter;
import software.amazon.awssdk.services.inspector2.model.Finding;
import software.amazon.awssdk.services.inspector2.model.GroupKey;
import software.amazon.awssdk.services.inspector2.model.ResourceType;
import software.amazon.awssdk.services.inspector2.model.Step;
import software.amazon.awssdk.services.inspector2.model.StringComparison;
import software.amazon.awssdk.services.inspector2.model.StringFilter;

/// What a network's resources are together with what else is known of them, asked by AWS's SDK of a
/// service in a process of its own.
final class NetworkResourcesTest {
  private static final String NETWORK_REACHABILITY =
      "arn:aws:inspector:eu-central-1:316112463485:rulespackage/0-PmNV0Tcd";
  private static final String BALANCER =
      "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/50dc6c495c0c9188";

  @TempDir static Path directory;
  private static ServedProcess served;
  private static Inspector2Client v2;
  private static ClassicRuns runs;

  @BeforeAll
  static void serve() throws Exception {
    served = ServedProcess.startPrepared(directory.resolve("data"));
    SdkClients clients = new SdkClients(served.url(), directory.resolve("data/admin-credentials"));
    v2 = clients.v2();
    runs = new ClassicRuns(clients.classic());
    NetworkHandIn network = new NetworkHandIn(served.url(), directory);
    assertThat(network.submit(Path.of("../examples/network"), "one").exitCode()).isZero();
    assertThat(network.submit(Path.of("../examples/network-transit"), "two").exitCode()).isZero();
  }

  @AfterAll
  static void end() {
    served.close();
  }

  @Test
  void what_listens_decides_what_a_reachable_port_is() throws IOException {
    EvidenceClient evidence =
        new EvidenceClient(
            served.url(),
            new AwsEnvironment(
                Map.of(
                    "AWS_SHARED_CREDENTIALS_FILE",
                    directory.resolve("data/admin-credentials").toString(),
                    "AWS_REGION",
                    "eu-central-1")));
    evidence.submit(
        EvidenceResource.builder().id("i-web").type(EvidenceResourceType.HOST).build(),
        EvidenceWay.LOCAL,
        Map.of(),
        observation(sshd()));

    assertThat(rules(runs.of("listening", NETWORK_REACHABILITY)))
        .contains(
            tuple("i-web", "22", "RecognizedPortWithListener", "sshd", "openssh-server"),
            tuple("i-web", "443", "RecognizedPortNoListener", "", ""),
            tuple("i-database", "5432", "RecognizedPortNoAgent", "", ""));

    evidence.submit(
        EvidenceResource.builder().id("i-web").type(EvidenceResourceType.HOST).build(),
        EvidenceWay.LOCAL,
        Map.of(),
        observation(List.of()));

    assertThat(rules(runs.of("silent", NETWORK_REACHABILITY)))
        .contains(
            tuple("i-web", "22", "RecognizedPortNoListener", "", ""),
            tuple("i-database", "5432", "RecognizedPortNoAgent", "", ""));
  }

  /// Instance, port, rule, process and package.
  private static List<org.assertj.core.groups.Tuple> rules(String run) {
    return runs.findings(run).stream()
        .map(
            found ->
                tuple(
                    value(found.attributes(), "INSTANCE_ID"),
                    value(found.attributes(), "PORT"),
                    value(found.attributes(), "RULE_TYPE"),
                    value(found.attributes(), "PROCESS_NAME"),
                    value(found.attributes(), "PACKAGE_NAME")))
        .toList();
  }

  private static String value(List<Attribute> attributes, String key) {
    return attributes.stream()
        .filter(attribute -> attribute.key().equals(key))
        .map(Attribute::value)
        .findFirst()
        .orElse("");
  }

  private static List<RuntimeSocket> sshd() {
    return List.of(new RuntimeSocket(RuntimeTransport.TCP, "0.0.0.0", 22, List.of(1)));
  }

  private static RuntimeObservation observation(List<RuntimeSocket> listening) {
    return RuntimeObservation.builder()
        .takenAt(Instant.now())
        .kernel("6.1.0")
        .uptimeSeconds(1000L)
        .listening(listening)
        .connections(List.of())
        .processes(
            List.of(
                RuntimeProcess.builder()
                    .id(1)
                    .name("sshd")
                    .executable("/usr/sbin/sshd")
                    .root(true)
                    .build()))
        .files(
            List.of(
                RuntimeFile.builder()
                    .path("/usr/sbin/sshd")
                    .owner(RuntimePackage.builder().name("openssh-server").build())
                    .build()))
        .notEvaluated(List.of())
        .build();
  }

  @Test
  void a_load_balancer_is_a_resource_of_its_own() {
    Finding found = findings("AWS_ELB_LOAD_BALANCER").getFirst();

    assertThat(found.description())
        .startsWith("On the load balancer " + BALANCER + ", the port range 443-443 is reachable");
    var resource = found.resources().getFirst();
    assertThat(resource.id()).isEqualTo(BALANCER);
    // A client of AWS's knows no such type, and takes it as it comes.
    assertThat(resource.type()).isEqualTo(ResourceType.UNKNOWN_TO_SDK_VERSION);
    assertThat(resource.typeAsString()).isEqualTo("AWS_ELB_LOAD_BALANCER");
    assertThat(resource.tags()).containsEntry("stage", "production");
    assertThat(found.networkReachabilityDetails().networkPath().steps())
        .extracting(Step::componentType)
        .startsWith("AWS::EC2::InternetGateway")
        .endsWith("AWS::ElasticLoadBalancingV2::LoadBalancer");
    assertThat(found.networkReachabilityDetails().openPortRange().begin()).isEqualTo(443);
  }

  @Test
  void what_comes_through_it_is_a_finding_of_the_instance_behind_it_too() {
    assertThat(findings("AWS_EC2_INSTANCE"))
        .anySatisfy(
            found -> assertThat(found.description()).contains("the load balancer " + BALANCER));
  }

  @Test
  void coverage_counts_and_selects_it() {
    assertThat(
            v2
                .listCoverageStatistics(ask -> ask.groupBy(GroupKey.RESOURCE_TYPE))
                .countsByGroup()
                .stream()
                .map(group -> group.groupKeyAsString() + " " + group.count()))
        .contains("AWS_ELB_LOAD_BALANCER 1");
    assertThat(
            v2.listCoverage(
                    ask ->
                        ask.filterCriteria(
                            criteria -> criteria.resourceType(coverage("AWS_ELB_LOAD_BALANCER"))))
                .coveredResources())
        .singleElement()
        .satisfies(
            covered -> {
              assertThat(covered.resourceId()).isEqualTo(BALANCER);
              assertThat(covered.accountId()).isEqualTo("000000000000");
              assertThat(covered.scanTypeAsString()).isEqualTo("NETWORK");
              assertThat(covered.lastScannedAt()).isAfter(Instant.now().minusSeconds(600));
            });
  }

  @Test
  void coverage_is_selected_by_tags_and_by_when_it_was_handed_in() {
    Instant now = Instant.now();
    assertThat(
            v2.listCoverage(
                    ask ->
                        ask.filterCriteria(
                            criteria ->
                                criteria
                                    .scanType(coverage("NETWORK"))
                                    .ec2InstanceTags(
                                        CoverageMapFilter.builder()
                                            .key("Name")
                                            .value("web")
                                            .comparison(CoverageMapComparison.EQUALS)
                                            .build())
                                    .lastScannedAt(
                                        CoverageDateFilter.builder()
                                            .startInclusive(now.minusSeconds(600))
                                            .endInclusive(now)
                                            .build())))
                .coveredResources())
        .extracting(covered -> covered.resourceId())
        .containsExactly("i-web");
  }

  private static List<Finding> findings(String resourceType) {
    UnaryOperator<StringFilter.Builder> equal =
        filter -> filter.comparison(StringComparison.EQUALS);
    return v2.listFindings(
            ask ->
                ask.filterCriteria(
                    criteria ->
                        criteria
                            .findingType(
                                equal
                                    .apply(StringFilter.builder())
                                    .value("NETWORK_REACHABILITY")
                                    .build())
                            .resourceType(
                                equal.apply(StringFilter.builder()).value(resourceType).build())))
        .findings();
  }

  private static CoverageStringFilter coverage(String value) {
    return CoverageStringFilter.builder()
        .comparison(CoverageStringComparison.EQUALS)
        .value(value)
        .build();
  }
}
