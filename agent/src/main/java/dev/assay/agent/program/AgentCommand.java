package dev.assay.agent.program;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The agent of this host: `assay agent`, `assay-agent`.
@Command(
    name = "agent",
    description = {
      "Collects evidence of this host and hands it in to a service, until it is told to stop.",
      "It needs no port of its own, and runs nothing that the service sends."
    })
public final class AgentCommand implements Callable<Integer> {
  static final List<Path> CONTENT =
      List.of(Path.of("/etc/assay-agent/content"), Path.of("/usr/share/xml/scap/ssg/content"));

  private final Place place;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  @Option(
      names = "--server",
      paramLabel = "URL",
      description = "The service. Not needed once the agent was let in.")
  @Nullable String server;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "The enrolment token. Read only while the agent has no key.")
  @Nullable Path tokenFile;

  @Option(names = "--once", description = "Collect and hand in once, and end.")
  boolean once;

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description = "Where it keeps its key and what waits. Default: the program's own.")
  @Nullable Path state;

  @Option(
      names = "--proxy",
      paramLabel = "URL",
      description = "An HTTP proxy, http://HOST:PORT. Default: HTTPS_PROXY, unless NO_PROXY.")
  @Nullable String proxy;

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description = "The file system to read instead of this machine's own.")
  Path root = Path.of("/");

  @Option(
      names = "--resource",
      paramLabel = "ID",
      description = "What the host is called. Default: its instance id or its host name.")
  @Nullable String resource;

  @Option(
      names = "--tag",
      paramLabel = "KEY=VALUE",
      description = "A tag of the host in the service. Repeatable.")
  Map<String, String> tags = new LinkedHashMap<>();

  @Option(
      names = "--content",
      paramLabel = "DIR",
      description =
          "Where SCAP datastreams for benchmarks are, *-ds.xml. Repeatable. Default:"
              + " /etc/assay-agent/content and /usr/share/xml/scap/ssg/content.")
  List<Path> content = new ArrayList<>();

  @Option(
      names = "--without",
      paramLabel = "COLLECTOR",
      description = "Something that is not to be collected. Repeatable.")
  Set<String> without = new LinkedHashSet<>();

  @Option(
      names = "--spool-mib",
      paramLabel = "NUMBER",
      description = "What may wait on disk while the service is away. Default: 64 MiB.")
  int spoolMib = 64;

  @Option(names = "--quiet", description = "No remarks.")
  boolean quiet;

  /// A command.
  public AgentCommand(Place place) {
    this.place = place;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    return new RunningAgent(place, this).run().number();
  }

  /// The program that the agent is a part of.
  ///
  /// @param version of it
  /// @param state where its state is kept where nothing else is said
  /// @param remarks takes a line for a person
  public record Place(String version, Supplier<Path> state, Consumer<String> remarks) {}
}
