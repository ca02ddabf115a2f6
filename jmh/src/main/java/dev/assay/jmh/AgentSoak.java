package dev.assay.jmh;

import dev.assay.agent.enrol.EnrolmentToken;
import dev.assay.match.VulnerabilityMatcher;
import dev.assay.vulndb.VulnerabilityDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// `AgentSoak URL TOKEN CREDENTIALS DIRECTORY AGENTS SECONDS`: so many agents in this process, with
/// the agent's own code, protocol and signatures, each of a host with 500 packages of
/// {@link Subject} that changes now and then, while an assessment run collects of all of them.
/// Whoever serves may be restarted meanwhile. Afterwards each host's newest inventory has to be
/// known to the service, and its findings have to be those that matching that inventory yields.
public final class AgentSoak {
  private static final Duration DRAINING = Duration.ofMinutes(3);

  private AgentSoak() {}

  public static void main(String[] args) throws Exception {
    URI service = URI.create(args[0]);
    EnrolmentToken token = EnrolmentToken.parse(Files.readString(Path.of(args[1])));
    Path directory = Path.of(args[3]);
    int count = Integer.parseInt(args[4]);
    Duration time = Duration.ofSeconds(Long.parseLong(args[5]));
    CallLog calls = new CallLog();
    SoakService administrator = SoakService.of(service, token, Path.of(args[2]));
    Subject subject = Subject.fromProperties();
    ManyHosts hosts = new ManyHosts(subject.inventory());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<SimulatedAgent> agents = letIn(threads, service, token, directory, count, hosts, calls);
      System.out.println(count + " agents are let in");
      calls.forget();
      long end = System.nanoTime() + time.toNanos();
      List<Future<?>> working = new ArrayList<>();
      for (SimulatedAgent agent : agents) {
        working.add(threads.submit(() -> agent.workUntil(end, DRAINING)));
      }
      SoakRun run = SoakRun.start(administrator, time);
      for (Future<?> one : working) {
        one.get();
      }
      System.out.print(calls.report());
      System.out.println(run.end());
      System.out.println(
          agents.stream().mapToInt(SimulatedAgent::changes).sum()
              + " inventories changed, "
              + agents.stream().mapToInt(SimulatedAgent::samples).sum()
              + " runtime samples were taken");
      verify(agents, administrator, subject);
    }
  }

  private static List<SimulatedAgent> letIn(
      ExecutorService threads,
      URI service,
      EnrolmentToken token,
      Path directory,
      int count,
      ManyHosts hosts,
      CallLog calls)
      throws Exception {
    List<Future<SimulatedAgent>> entering =
        IntStream.range(0, count)
            .mapToObj(
                host ->
                    threads.submit(
                        () ->
                            SimulatedAgent.enrol(
                                service,
                                token,
                                directory.resolve("host-" + host),
                                host,
                                hosts,
                                calls)))
            .toList();
    List<SimulatedAgent> agents = new ArrayList<>();
    for (Future<SimulatedAgent> one : entering) {
      agents.add(one.get());
    }
    return agents;
  }

  /// Ends the process with 1 where anything is lost.
  private static void verify(
      List<SimulatedAgent> agents, SoakService administrator, Subject subject)
      throws IOException, InterruptedException {
    int lost = 0;
    int findings = 0;
    try (VulnerabilityDatabase advisories = VulnerabilityDatabase.open(subject.database())) {
      VulnerabilityMatcher matcher = new VulnerabilityMatcher(advisories, Subject.today());
      for (SimulatedAgent agent : agents) {
        var expected = SoakService.words(matcher.assess(agent.inventory()));
        var served = administrator.findings(agent.resource());
        findings += expected.size();
        if (!agent.isKnown() || !served.equals(expected)) {
          lost++;
          System.out.println(
              agent.resource() + ": " + served.size() + " findings of " + expected.size());
        }
      }
    }
    System.out.println(
        agents.size() + " hosts with " + findings + " findings compared: " + lost + " differ");
    if (lost > 0) {
      System.exit(1);
    }
  }
}
