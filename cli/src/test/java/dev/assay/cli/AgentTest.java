package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.agent.service.HttpClients;
import dev.assay.agent.service.HttpTransport;
import dev.assay.agent.service.ServiceAddress;
import dev.assay.agent.service.ServiceClient;
import dev.assay.agent.service.ServiceTime;
import dev.assay.agent.state.AgentState;
import dev.assay.agent.state.StateDirectory;
import dev.assay.awsapi.assay.AccessDeniedException;
import dev.assay.awsapi.assay.AssayApi;
import dev.assay.awsapi.assay.EvidenceResource;
import dev.assay.awsapi.assay.EvidenceResourceType;
import dev.assay.awsapi.assay.ListAgentsRequest;
import dev.assay.awsapi.assay.ListAgentsResponse;
import dev.assay.awsapi.assay.MachineTraits;
import dev.assay.awsapi.assay.RevokeAccessKeyRequest;
import dev.assay.awsapi.assay.RevokeAccessKeyResponse;
import dev.assay.awsapi.assay.SubmitEvidenceRequest;
import dev.assay.awsapi.assay.SubmitEvidenceResponse;
import dev.assay.awsapi.sigv4.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.inspector2.model.Finding;
import software.amazon.awssdk.services.inspector2.model.StringComparison;
import software.amazon.awssdk.services.inspector2.model.StringFilter;
import tools.jackson.databind.JsonNode;

/// `assay agent --once` against a real process that serves a real database.
final class AgentTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

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
  void an_agent_s_host_has_exactly_the_findings_that_a_scan_of_it_shows() throws Exception {
    Path root = Assay.root("debian-12");
    Assay once = agents.once(agents.token(1), here.resolve("a"), root, "--resource", "same");
    assertThat(once.complaints())
        .anyMatch(line -> line.startsWith("assay: let in as agent-"))
        .contains("assay: inventory: handed in");
    assertThat(once.exitCode()).isZero();
    Set<String> scanned = scanned(root);
    assertThat(scanned).hasSizeGreaterThan(5);
    assertThat(served("same")).isEqualTo(scanned);

    Assay again = agents.once(here.resolve("no-token"), here.resolve("a"), root);
    assertThat(again.complaints())
        .containsExactly("assay: inventory: nothing has changed since it was last handed in");
  }

  @Test
  void a_token_lets_in_as_many_agents_as_it_says_and_no_more() throws Exception {
    Path token = agents.token(1);
    Path root = root("one");
    assertThat(agents.once(token, here.resolve("one"), root).exitCode()).isZero();
    Assay second = agents.once(token, here.resolve("two"), root("two"));
    assertThat(second.exitCode()).isEqualTo(2);
    assertThat(second.complaints())
        .singleElement()
        .asString()
        .contains("has let in as many agents as it may: 1");
  }

  @Test
  void a_host_that_was_cloned_with_its_state_enrols_anew_beside_the_other() throws Exception {
    Path token = agents.token(2);
    Path original = root("original");
    assertThat(agents.once(token, here.resolve("state"), original).exitCode()).isZero();
    Path clone = root("clone");
    Files.writeString(clone.resolve("etc/hostname"), "original\n");
    Assay cloned = agents.once(token, here.resolve("state"), clone);
    assertThat(cloned.complaints())
        .contains("assay: the state directory is of another machine, of which this one is a copy");
    assertThat(cloned.exitCode()).isZero();
    ListAgentsResponse listed =
        agents.own("ListAgents", ListAgentsRequest.builder().build(), ListAgentsResponse.class);
    assertThat(listed.agents())
        .extracting(agent -> agent.resourceId())
        .contains("original")
        .anyMatch(id -> id.matches("original-[0-9a-f]{8}"));
  }

  @Test
  void an_agent_whose_key_was_revoked_stops_and_says_why() throws Exception {
    Path root = root("revoked");
    Path state = here.resolve("state");
    assertThat(agents.once(agents.token(1), state, root).exitCode()).isZero();
    agents.own(
        "RevokeAccessKey",
        new RevokeAccessKeyRequest(state(state).accessKeyId()),
        RevokeAccessKeyResponse.class);
    Assay stopped = agents.once(here.resolve("none"), state, root);
    assertThat(stopped.complaints())
        .singleElement()
        .asString()
        .startsWith("assay: stopped: the service does not know this agent's access key any more");
    assertThat(stopped.exitCode()).isEqualTo(4);
  }

  @Test
  void a_second_agent_does_not_take_a_host_that_has_one() throws Exception {
    Path root = root("held");
    Path token = agents.token(2);
    assertThat(agents.once(token, here.resolve("first"), root).exitCode()).isZero();
    Assay second = agents.once(token, here.resolve("second"), root);
    assertThat(second.exitCode()).isEqualTo(2);
    assertThat(second.complaints()).singleElement().asString().contains("has to be revoked first");
  }

  @Test
  void an_agent_speaks_for_its_own_host_and_for_no_other() throws Exception {
    Path state = here.resolve("state");
    assertThat(agents.once(agents.token(1), state, root("own")).exitCode()).isZero();
    ServiceClient client = client(state(state));
    assertThat(
            client
                .call("SubmitEvidence", question("own"), SubmitEvidenceResponse.class)
                .resourceId())
        .isEqualTo("own");
    assertThatThrownBy(
            () -> client.call("SubmitEvidence", question("web-1"), SubmitEvidenceResponse.class))
        .isInstanceOf(AccessDeniedException.class)
        .hasMessageContaining("speaks for own and for no other host");
    assertThatThrownBy(
            () ->
                client.call(
                    "SubmitEvidence",
                    SubmitEvidenceRequest.builder()
                        .resource(
                            EvidenceResource.builder()
                                .type(EvidenceResourceType.HOST)
                                .machine(MachineTraits.builder().hostName("web-1").build())
                                .build())
                        .contentHash("sha256:" + "0".repeat(64))
                        .build(),
                    SubmitEvidenceResponse.class))
        .isInstanceOf(AccessDeniedException.class)
        .hasMessageContaining("speaks for its host and for nothing else");
    assertThatThrownBy(
            () ->
                client.call(
                    "ListAgents", ListAgentsRequest.builder().build(), ListAgentsResponse.class))
        .isInstanceOf(AccessDeniedException.class);
  }

  @Test
  void its_key_is_in_a_file_that_only_its_owner_may_read() throws Exception {
    Path state = here.resolve("state");
    agents.once(agents.token(1), state, root("private"));
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(state.resolve("agent.json"))))
        .isEqualTo("rw-------");
  }

  @Test
  void where_the_service_is_away_what_was_collected_waits() throws Exception {
    Path state = here.resolve("state");
    Path root = root("away");
    agents.once(agents.token(1), state, root);
    Assay away =
        Assay.run(
            "agent", "--server", "http://127.0.0.1:1", "--once", "--state", state, "--root", root);
    assertThat(away.exitCode()).isEqualTo(3);
    assertThat(away.err()).contains("away: not all was handed in: http://127.0.0.1:1 cannot be");
    assertThat(state.resolve("spool")).isDirectoryContaining("glob:**.part");
    Assay back = Assay.run("agent", "--once", "--state", state, "--root", root);
    assertThat(back.exitCode()).isZero();
    assertThat(state.resolve("spool")).isEmptyDirectory();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOWHERE")
  void what_was_on_its_way_when_the_agent_was_killed_is_not_lost(ForwardProxy.Halt halt)
      throws Exception {
    String name = "mid-" + halt.name().toLowerCase(Locale.ROOT).replace('_', '-');
    Path root = Assay.root("debian-12");
    Path state = here.resolve("state");
    List<String> words =
        List.of(
            "agent", "--state", state.toString(), "--root", root.toString(), "--resource", name);
    try (ForwardProxy proxy = ForwardProxy.start(halt)) {
      List<String> first = new ArrayList<>(words);
      first.addAll(List.of("--server", served.url(), "--proxy", proxy.url()));
      first.addAll(List.of("--token-file", agents.token(1).toString()));
      Path said = here.resolve("said");
      Process agent =
          ServedProcess.forked(first.toArray(String[]::new))
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      assertThat(proxy.isHolding()).as(() -> said(said)).isTrue();
      agent.destroyForcibly().waitFor();
    }
    assertThat(state.resolve("spool")).isDirectoryContaining("glob:**.part");

    List<String> again = new ArrayList<>(words);
    again.add("--once");
    assertThat(Assay.run(again.toArray()).exitCode()).isZero();
    assertThat(state.resolve("spool")).isEmptyDirectory();
    assertThat(served(name)).isEqualTo(scanned(root));
  }

  private static String said(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unread) {
      return unread.toString();
    }
  }

  private static SubmitEvidenceRequest question(String resource) {
    return SubmitEvidenceRequest.builder()
        .resource(EvidenceResource.builder().id(resource).type(EvidenceResourceType.HOST).build())
        .contentHash("sha256:" + "0".repeat(64))
        .build();
  }

  /// A small Debian with a machine id of its own.
  private Path root(String name) {
    Path path = here.resolve("root-" + name);
    Root.debian(path)
        .installed("bash", "5.2.15-2+b2")
        .with("etc/hostname", name + "\n")
        .with("etc/machine-id", Integer.toHexString(name.hashCode()) + "0".repeat(24) + "\n");
    return path;
  }

  private static AgentState state(Path directory) {
    try (StateDirectory state = StateDirectory.open(directory)) {
      return state.read().orElseThrow();
    }
  }

  private static ServiceClient client(AgentState state) {
    return new ServiceClient(
        ServiceAddress.parse(state.server()),
        new HttpTransport(
            HttpClients.client(Optional.empty(), Optional.empty(), PATIENCE), PATIENCE),
        new ServiceTime(InstantSource.system()),
        new Credentials(state.accessKeyId(), state.secretAccessKey(), Optional.empty()),
        state.region(),
        AssayApi.schema());
  }

  /// What `assay scan` finds: vulnerability, severity, and of each package its version and remedy.
  private static Set<String> scanned(Path root) {
    Set<String> found = new TreeSet<>();
    for (JsonNode finding : Assay.run("scan", root, "--format", "json").json().get("findings")) {
      JsonNode details = finding.get("packageVulnerabilityDetails");
      for (JsonNode one : details.get("vulnerablePackages")) {
        found.add(
            String.join(
                " ",
                details.get("vulnerabilityId").asString(),
                finding.get("severity").asString(),
                one.get("name").asString(),
                one.get("version").asString(),
                one.path("fixedInVersion").asString("")));
      }
    }
    return found;
  }

  /// What the service lists of a host.
  private static Set<String> served(String resource) {
    Set<String> found = new TreeSet<>();
    try (var client = new SdkClients(served.url(), directory.resolve("admin-credentials")).v2()) {
      client
          .listFindingsPaginator(
              ask -> ask.filterCriteria(criteria -> criteria.resourceId(is(resource))))
          .findings()
          .forEach(finding -> found.addAll(listed(finding)));
    }
    return found;
  }

  private static StringFilter is(String value) {
    return StringFilter.builder().comparison(StringComparison.EQUALS).value(value).build();
  }

  private static List<String> listed(Finding finding) {
    var details = finding.packageVulnerabilityDetails();
    return details.vulnerablePackages().stream()
        .map(
            one ->
                String.join(
                    " ",
                    details.vulnerabilityId(),
                    finding.severityAsString(),
                    one.name(),
                    one.version(),
                    one.fixedInVersion() == null ? "" : one.fixedInVersion()))
        .toList();
  }
}
