package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.inspector.model.Attribute;
import software.amazon.awssdk.services.inspector.model.Finding;
import software.amazon.awssdk.services.inspector2.Inspector2Client;
import software.amazon.awssdk.services.inspector2.model.AggregationType;
import software.amazon.awssdk.services.inspector2.model.CoverageStringComparison;
import software.amazon.awssdk.services.inspector2.model.CoverageStringFilter;
import software.amazon.awssdk.services.inspector2.model.CoveredResource;
import software.amazon.awssdk.services.inspector2.model.FilterCriteria;
import software.amazon.awssdk.services.inspector2.model.FindingStatus;
import software.amazon.awssdk.services.inspector2.model.NetworkProtocol;
import software.amazon.awssdk.services.inspector2.model.PortRangeFilter;
import software.amazon.awssdk.services.inspector2.model.ScanType;
import software.amazon.awssdk.services.inspector2.model.Step;
import software.amazon.awssdk.services.inspector2.model.StringComparison;
import software.amazon.awssdk.services.inspector2.model.StringFilter;

/// `assay network --submit` against a service in a process of its own, asked by the AWS SDK.
final class NetworkSubmitTest {
  private static final Path EXAMPLE = Path.of("../examples/network");
  private static final String NETWORK_REACHABILITY =
      "arn:aws:inspector:eu-central-1:316112463485:rulespackage/0-PmNV0Tcd";

  @TempDir static Path directory;
  private static ServedProcess served;
  private static Inspector2Client v2;
  private static ClassicRuns runs;

  @BeforeAll
  static void serve() throws IOException {
    served = ServedProcess.startPrepared(directory.resolve("data"));
    Path credentials = directory.resolve("data/admin-credentials");
    v2 = new SdkClients(served.url(), credentials).v2();
    runs = new ClassicRuns(new SdkClients(served.url(), credentials).classic());
  }

  @AfterAll
  static void end() {
    served.close();
  }

  @BeforeEach
  void handIn() throws Exception {
    assertThat(submit(EXAMPLE).exitCode()).isZero();
  }

  @Test
  void what_is_known_already_is_not_sent_again() throws Exception {
    assertThat(submit(EXAMPLE).complaints())
        .contains("assay: network: nothing has changed since it was last handed in");
  }

  @Test
  void a_snapshot_with_a_broken_file_is_not_handed_in() throws Exception {
    Path broken = changed("broken", "vpcs.json", text -> text.substring(0, text.length() / 2));

    NetworkHandIn.Said said = submit(broken);

    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.complaints()).contains("vpcs.json is not whole JSON");
    assertThat(open()).hasSize(3);
  }

  @Test
  void what_is_not_evaluated_is_said_with_its_number() throws Exception {
    Path odd =
        changed(
            "odd",
            "vpn-gateways.json",
            text ->
                "{\"VpnGateways\": [], \"Oddities\": [1], \"Wonders\": [2],"
                    + " \"virtualInterfaces\": [{}]}");

    assertThat(submit(odd).complaints())
        .contains(
            "assay: network: handed in; open findings: 3",
            "assay: network: not evaluated: virtualInterfaces in vpn-gateways.json: what arrives"
                + " through Direct Connect is not evaluated",
            "assay: network: not evaluated: vpn-gateways.json: its 'Oddities' is not modelled",
            "assay: network: `assay network` without --submit names every gap");
  }

  @Test
  void a_snapshot_without_its_groups_closes_nothing() throws Exception {
    Path lacking = changed("lacking", "security-groups.json", text -> "{\"NatGateways\": []}");

    assertThat(submit(lacking).complaints())
        .contains("open findings: 3", "no file describes security groups: nothing can be decided");
    assertThat(open()).hasSize(3);
  }

  @Test
  void findings_have_their_ports_and_their_path() {
    var ssh = only(criteria -> criteria.portRange(ports(22, 22)));

    assertThat(ssh.title()).isEqualTo("Port 22 is reachable from an Internet Gateway - TCP");
    assertThat(ssh.severityAsString()).isEqualTo("MEDIUM");
    assertThat(ssh.remediation().recommendation().text()).contains("sg-web");
    assertThat(ssh.resources().getFirst().id()).isEqualTo("i-web");
    assertThat(ssh.resources().getFirst().tags()).containsEntry("Name", "web");
    var details = ssh.networkReachabilityDetails();
    assertThat(details.protocol()).isEqualTo(NetworkProtocol.TCP);
    assertThat(details.openPortRange().begin()).isEqualTo(22);
    assertThat(details.openPortRange().end()).isEqualTo(22);
    assertThat(details.networkPath().steps())
        .extracting(Step::componentType, Step::componentId)
        .containsExactly(
            tuple("AWS::EC2::InternetGateway", "igw-shop"),
            tuple("AWS::EC2::NetworkAcl", "acl-public"),
            tuple("AWS::EC2::SecurityGroup", "sg-web"),
            tuple("AWS::EC2::NetworkInterface", "eni-web"),
            tuple("AWS::EC2::Instance", "i-web"));
    assertThat(details.networkPath().steps().getLast().componentArn())
        .isEqualTo("arn:aws:ec2:eu-central-1:000000000000:instance/i-web");
  }

  @Test
  void findings_are_selected_by_what_only_they_have() {
    assertThat(open(criteria -> criteria.networkProtocol(equal("TCP")))).hasSize(3);
    assertThat(open(criteria -> criteria.networkProtocol(equal("UDP")))).isEmpty();
    assertThat(open(criteria -> criteria.componentId(equal("pcx-office"))))
        .containsExactly("Port 5432 is reachable from a peered VPC - TCP");
    assertThat(open(criteria -> criteria.componentType(equal("AWS::EC2::InternetGateway"))))
        .hasSize(2);
    assertThat(open(criteria -> criteria.portRange(ports(444, 65535)))).hasSize(1);
    assertThat(open(criteria -> criteria.portRange(ports(0, 21)))).isEmpty();
  }

  @Test
  void hosts_are_covered_and_counted() {
    List<CoveredResource> covered =
        v2.listCoverage(
                ask ->
                    ask.filterCriteria(
                        criteria ->
                            criteria.scanType(
                                CoverageStringFilter.builder()
                                    .comparison(CoverageStringComparison.EQUALS)
                                    .value("NETWORK")
                                    .build())))
            .coveredResources();

    assertThat(covered).extracting(CoveredResource::scanType).containsOnly(ScanType.NETWORK);
    assertThat(covered)
        .extracting(CoveredResource::resourceId)
        .containsExactly("i-database", "i-desk", "i-old", "i-web");
    assertThat(
            v2.listFindingAggregations(ask -> ask.aggregationType(AggregationType.AWS_EC2_INSTANCE))
                .responses())
        .anySatisfy(
            sum -> {
              assertThat(sum.ec2InstanceAggregation().instanceId()).isEqualTo("i-web");
              assertThat(sum.ec2InstanceAggregation().networkFindings()).isEqualTo(2);
            });
  }

  @Test
  void what_a_change_closes_is_closed_and_comes_back_with_it() throws Exception {
    var before = only(criteria -> criteria.portRange(ports(22, 22)));
    Path closed =
        changed("closed", "security-groups.json", text -> text.replaceAll("22(,?\\s)", "23$1"));

    assertThat(submit(closed).exitCode()).isZero();
    assertThat(status(before.findingArn())).isEqualTo(FindingStatus.CLOSED);
    assertThat(open()).contains("Port 23 is reachable from an Internet Gateway - TCP");

    assertThat(submit(EXAMPLE).exitCode()).isZero();
    assertThat(status(before.findingArn())).isEqualTo(FindingStatus.ACTIVE);
    assertThat(open()).hasSize(3);
  }

  @Test
  void hosts_that_are_gone_have_no_open_findings() throws Exception {
    Path without = changed("without", "instances.json", text -> "{\"Reservations\": []}");

    assertThat(submit(without).exitCode()).isZero();
    assertThat(open()).isEmpty();
  }

  @Test
  void a_run_of_the_rules_package_has_findings_and_exclusions() throws Exception {
    Path linked =
        changed(
            "linked",
            "vpn-gateways.json",
            text ->
                "{\"VpnGateways\": [{\"VpnGatewayId\": \"vgw-1\", \"VpcAttachments\":"
                    + " [{\"VpcId\": \"vpc-shop\", \"State\": \"attached\"}]}]}");
    assertThat(submit(linked).exitCode()).isZero();
    String run = runs.of("story", NETWORK_REACHABILITY);

    Map<String, Finding> findings =
        runs.findings(run).stream().collect(Collectors.toMap(Finding::title, one -> one));
    String title =
        "On instance i-web, TCP port 22 which is associated with 'SSH' is reachable from the"
            + " internet";
    Finding ssh = Objects.requireNonNull(findings.get(title), () -> "only " + findings.keySet());
    assertThat(ssh.id()).isEqualTo("Recognized port reachable from internet");
    assertThat(ssh.severityAsString()).isEqualTo("Medium");
    assertThat(ssh.recommendation())
        .startsWith("You can edit the Security Group sg-web to remove access from the internet");
    assertThat(
            ssh.attributes().stream().collect(Collectors.toMap(Attribute::key, Attribute::value)))
        .containsEntry("INSTANCE_ID", "i-web")
        .containsEntry("RULE_TYPE", "RecognizedPortNoAgent")
        .containsEntry("REACHABILITY_TYPE", "Internet")
        .containsEntry("PORT", "22")
        .containsEntry("PORT_GROUP_NAME", "SSH")
        .containsEntry("PROTOCOL", "TCP")
        .containsEntry("VPC", "vpc-shop")
        .containsEntry("ACL", "acl-public")
        .containsEntry("SECURITY_GROUP", "sg-web")
        .containsEntry("ENI", "eni-web")
        .containsEntry("IGW", "igw-shop");
    assertThat(findings.keySet())
        .contains(
            "On instance i-web, ports are reachable from the internet: TCP 22, TCP 443",
            "On instance i-database, TCP port 5432 which is associated with 'PostgreSQL' is"
                + " reachable from a peered VPC");
    assertThat(runs.exclusions(run)).contains("Network Reachability error: Direct Connect");
  }

  private static List<String> open() {
    return open(criteria -> {});
  }

  private static List<String> open(Consumer<FilterCriteria.Builder> more) {
    return found(more).stream().map(finding -> finding.title()).toList();
  }

  private static software.amazon.awssdk.services.inspector2.model.Finding only(
      Consumer<FilterCriteria.Builder> more) {
    assertThat(found(more)).hasSize(1);
    return found(more).getFirst();
  }

  private static List<software.amazon.awssdk.services.inspector2.model.Finding> found(
      Consumer<FilterCriteria.Builder> more) {
    return v2.listFindings(
            ask ->
                ask.filterCriteria(
                    criteria -> {
                      criteria.findingType(equal("NETWORK_REACHABILITY"));
                      criteria.findingStatus(equal("ACTIVE"));
                      more.accept(criteria);
                    }))
        .findings();
  }

  private static FindingStatus status(String arn) {
    return v2.listFindings(ask -> ask.filterCriteria(criteria -> criteria.findingArn(equal(arn))))
        .findings()
        .getFirst()
        .status();
  }

  private static StringFilter equal(String value) {
    return StringFilter.builder().comparison(StringComparison.EQUALS).value(value).build();
  }

  private static PortRangeFilter ports(int from, int to) {
    return PortRangeFilter.builder().beginInclusive(from).endInclusive(to).build();
  }

  /// The example with one file changed.
  private static Path changed(
      String name, String file, java.util.function.UnaryOperator<String> change)
      throws IOException {
    Path copy = Files.createDirectories(directory.resolve(name));
    try (Stream<Path> files = Files.list(EXAMPLE)) {
      for (Path each : files.toList()) {
        String text = Files.readString(each);
        boolean isThat = each.getFileName().toString().equals(file);
        Files.writeString(copy.resolve(each.getFileName()), isThat ? change.apply(text) : text);
      }
    }
    return copy;
  }

  private static NetworkHandIn.Said submit(Path snapshot) throws IOException, InterruptedException {
    return new NetworkHandIn(served.url(), directory).submit(snapshot, "network");
  }
}
