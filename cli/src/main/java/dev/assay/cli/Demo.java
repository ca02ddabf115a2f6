package dev.assay.cli;

import dev.assay.agent.enrol.EnrolmentToken;
import dev.assay.awsapi.assay.CreateEnrollmentTokenRequest;
import dev.assay.awsapi.assay.CreateEnrollmentTokenResponse;
import dev.assay.server.AssayServer;
import dev.assay.server.log.ProcessLog;
import dev.assay.store.embedded.DeletedTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// A service on an empty directory, a few hosts, and an agent for this machine in a process of its
/// own; all of it gone at the end.
final class Demo implements AutoCloseable {
  private static final String REGION = "us-east-1";
  private static final Duration AGENT_PATIENCE = Duration.ofSeconds(30);

  private final Path directory;
  private final AssayServer server;
  private final AwsEnvironment administrator;
  private Optional<Process> agent = Optional.empty();

  private Demo(Path directory, AssayServer server) {
    this.directory = directory;
    this.server = server;
    this.administrator =
        new AwsEnvironment(
            Map.of("AWS_SHARED_CREDENTIALS_FILE", credentials().toString(), "AWS_REGION", REGION));
  }

  /// Runs until the process is told to end.
  static ExitCode run(Terminal terminal, int port) throws IOException, InterruptedException {
    ProcessLog.begin();
    Path directory = Files.createTempDirectory("assay-demo-");
    terminal.error("assay: starting in " + directory + " …");
    AssayServer server =
        Serving.start(
            terminal,
            List.of(
                "--data",
                directory.toString(),
                "--port",
                Integer.toString(port),
                "--access-log",
                "off"));
    Demo demo = new Demo(directory, server);
    Runtime.getRuntime().addShutdownHook(new Thread(demo::close, "stop"));
    DemoFleet fleet = new DemoFleet(demo.url(), demo.administrator);
    String samples = fleet.assessSamples();
    demo.startAgent();
    String own = fleet.assessThisMachine(AGENT_PATIENCE);
    String guide =
        DemoGuide.text(demo.url(), demo.credentials(), REGION, fleet.thisMachine(), samples, own);
    terminal.out().write(guide.getBytes(StandardCharsets.UTF_8));
    terminal.out().flush();
    new CountDownLatch(1).await();
    return ExitCode.DONE;
  }

  private String url() {
    return server.started().url();
  }

  private Path credentials() {
    return directory.resolve("admin-credentials");
  }

  private void startAgent() throws IOException, InterruptedException {
    CreateEnrollmentTokenResponse made =
        new ServedOperations(url(), administrator)
            .call(
                "CreateEnrollmentToken",
                CreateEnrollmentTokenRequest.builder().description("the demo's agent").build(),
                CreateEnrollmentTokenResponse.class);
    Path token = directory.resolve("token");
    Files.writeString(
        token,
        new EnrolmentToken(made.token().accessKeyId(), made.secretAccessKey(), REGION, null).line()
            + "\n");
    agent =
        Optional.of(
            OwnProgram.command(
                    "agent",
                    "--server",
                    url(),
                    "--token-file",
                    token.toString(),
                    "--state",
                    directory.resolve("agent").toString(),
                    "--tag",
                    DemoFleet.THIS_MACHINE.getKey() + "=" + DemoFleet.THIS_MACHINE.getValue())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(directory.resolve("agent.log").toFile())
                .start());
  }

  @Override
  public void close() {
    agent.ifPresent(Demo::end);
    server.close();
    try {
      DeletedTree.of(directory);
    } catch (IOException left) {
      System.getLogger(Demo.class.getName())
          .log(System.Logger.Level.WARNING, directory + " could not be removed", left);
    }
  }

  private static void end(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(Duration.ofSeconds(6))) {
        process.destroyForcibly();
      }
    } catch (InterruptedException hurried) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
