package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.awsapi.assay.Agent;
import dev.assay.awsapi.assay.AgentHealthCode;
import dev.assay.awsapi.assay.ListAgentsRequest;
import dev.assay.awsapi.assay.ListAgentsResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An agent in a process of its own that stays, over TLS under the server's own authority; what
/// becomes of it when it is killed or told to end.
final class AgentProcessTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir static Path directory;
  private static ServedProcess served;

  @TempDir Path here;

  @BeforeAll
  static void serve() throws IOException {
    served = ServedProcess.startPrepared(directory, "--tls", "generated");
  }

  @AfterAll
  static void end() {
    served.close();
  }

  @Test
  void a_token_carries_the_authority_and_no_other_server_is_believed() throws Exception {
    Path token = token("web.token");
    assertThat(Files.readString(token)).startsWith("assay-enrol-v1.");
    Assay once = once(served.url(), root("tls"), "--token-file", token);
    assertThat(once.err()).contains("inventory: handed in");

    Path stranger = Files.createDirectory(here.resolve("stranger"));
    try (ServedProcess other = ServedProcess.startPrepared(stranger, "--tls", "generated")) {
      Assay elsewhere = once(other.url(), root("tls"));
      assertThat(elsewhere.exitCode()).isEqualTo(3);
      assertThat(elsewhere.err())
          .contains("the server's certificate is not of the authority that was promised");
    }
  }

  @Test
  void through_a_proxy_goes_a_tunnel_and_the_promised_authority_is_still_asked_for()
      throws Exception {
    Path token = token("proxied.token");
    try (ForwardProxy proxy = ForwardProxy.start(ForwardProxy.Halt.NOWHERE)) {
      Assay once =
          once(served.url(), root("proxied"), "--token-file", token, "--proxy", proxy.url());
      assertThat(once.err()).contains("inventory: handed in");
      assertThat(proxy.asked())
          .isNotEmpty()
          .allMatch(
              line -> line.startsWith("CONNECT localhost:") || line.startsWith("CONNECT 127."));
    }
  }

  @Test
  void a_proxy_that_is_away_is_named() throws Exception {
    Assay once =
        once(
            served.url(),
            root("away"),
            "--token-file",
            token("away.token"),
            "--proxy",
            "http://127.0.0.1:1");
    assertThat(once.exitCode()).isEqualTo(2);
    assertThat(once.err())
        .contains("cannot be reached: through the proxy 127.0.0.1:1, no connection could be made");
  }

  @Test
  void an_agent_that_stays_waits_until_there_is_a_way_to_let_it_in() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Path said = here.resolve("said");
    Process early =
        ServedProcess.forked(
                "agent",
                "--server",
                served.url(),
                "--proxy",
                "http://127.0.0.1:" + port,
                "--token-file",
                token("early.token").toString(),
                "--state",
                here.resolve("early").toString(),
                "--root",
                root("early").toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    await(() -> text(said).contains("no connection could be made"));
    try (ForwardProxy proxy = ForwardProxy.start(ForwardProxy.Halt.NOWHERE, port)) {
      await(() -> heardOf("early").isPresent());
      assertThat(proxy.asked()).isNotEmpty();
      early.destroy();
      early.waitFor();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException notYet) {
      return "";
    }
  }

  @Test
  void a_killed_agent_goes_on_where_it_was_and_one_that_ends_says_so() throws Exception {
    Path token = token("killed.token");
    Path root = root("killed");
    Process first = launch(token, root);
    await(() -> heardOf("killed").isPresent());
    first.destroyForcibly().waitFor();
    Instant before = Instant.now();
    Process second = launch(here.resolve("no-token"), root);
    await(
        () ->
            heardOf("killed").map(Agent::lastHeardAt).filter(at -> at.isAfter(before)).isPresent());
    second.destroy();
    assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
    await(() -> heardOf("killed").map(Agent::health).equals(Optional.of(AgentHealthCode.SHUTDOWN)));
  }

  private Assay once(String server, Path root, Object... more) {
    List<Object> words =
        new ArrayList<>(
            List.of("agent", "--once", "--server", server, "--state", here.resolve("state")));
    words.addAll(List.of("--root", root));
    words.addAll(List.of(more));
    return Assay.run(words.toArray());
  }

  private Process launch(Path token, Path root) throws IOException {
    return ServedProcess.forked(
            "agent",
            "--server",
            served.url(),
            "--token-file",
            token.toString(),
            "--state",
            here.resolve("stays").toString(),
            "--root",
            root.toString())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /// The agent of a host, once it was heard of.
  private Optional<Agent> heardOf(String resource) {
    try {
      return new ServedOperations(served.url(), administrator())
              .call("ListAgents", ListAgentsRequest.builder().build(), ListAgentsResponse.class)
              .agents()
              .stream()
              .filter(agent -> agent.resourceId().equals(resource) && agent.health() != null)
              .findFirst();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private static AwsEnvironment administrator() {
    return new AwsEnvironment(
        Map.of(
            "AWS_SHARED_CREDENTIALS_FILE",
            directory.resolve("admin-credentials").toString(),
            "AWS_CA_BUNDLE",
            directory.resolve("ca.pem").toString(),
            "AWS_REGION",
            EnrolledAgents.REGION));
  }

  /// As an administrator makes one.
  private Path token(String name) throws IOException, InterruptedException {
    Path file = here.resolve(name);
    ProcessBuilder make =
        ServedProcess.forked(
            "admin", "token", "--server", served.url(), "--output", file.toString());
    make.environment()
        .put("AWS_SHARED_CREDENTIALS_FILE", directory.resolve("admin-credentials").toString());
    make.environment().put("AWS_CA_BUNDLE", directory.resolve("ca.pem").toString());
    make.environment().put("AWS_REGION", EnrolledAgents.REGION);
    Process made = make.redirectErrorStream(true).start();
    String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(made.waitFor()).as(said).isZero();
    return file;
  }

  private Path root(String name) {
    Path path = here.resolve("root-" + name);
    Root.debian(path)
        .installed("bash", "5.2.15-2+b2")
        .with("etc/hostname", name + "\n")
        .with("etc/machine-id", Integer.toHexString(name.hashCode()) + "0".repeat(24) + "\n");
    return path;
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("it takes too long").isLessThan(deadline);
      Thread.sleep(100);
    }
  }
}
