package dev.assay.agent.program;

import dev.assay.agent.Backoff;
import dev.assay.agent.HostAgent;
import dev.assay.agent.KeyedService;
import dev.assay.agent.StoppedException;
import dev.assay.agent.benchmark.ChildEvaluations;
import dev.assay.agent.benchmark.Evaluations;
import dev.assay.agent.collect.Collector;
import dev.assay.agent.collect.InventoryCollector;
import dev.assay.agent.collect.RuntimeCollection;
import dev.assay.agent.enrol.Enrolment;
import dev.assay.agent.enrol.EnrolmentToken;
import dev.assay.agent.enrol.MachineReader;
import dev.assay.agent.service.Passing;
import dev.assay.agent.service.ServiceAddress;
import dev.assay.agent.service.ServiceClient;
import dev.assay.agent.service.ServiceTime;
import dev.assay.agent.service.ServiceUnreachableException;
import dev.assay.agent.service.Transport;
import dev.assay.agent.state.AgentState;
import dev.assay.agent.state.MachineIdentity;
import dev.assay.agent.state.Spool;
import dev.assay.agent.state.StateDirectory;
import dev.assay.agent.state.StateException;
import dev.assay.awsapi.assay.AssayApi;
import dev.assay.awsapi.protocol.UnexpectedAnswerException;
import dev.assay.awsapi.schema.ServiceSchema;
import dev.assay.awsapi.sigv4.Credentials;
import dev.assay.awsapi.value.ServiceException;
import dev.assay.report.PlainText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// An agent put together from what the command line says, and run.
final class RunningAgent {
  private static final Duration LONGEST_SLEEP = Duration.ofSeconds(60);
  private static final String BENCHMARK = "benchmark";
  private static final List<String> COLLECTORS = List.of("inventory", "runtime", BENCHMARK);
  private static final Duration LAST_WORD = Duration.ofSeconds(5);

  private final AgentCommand.Place place;
  private final AgentCommand given;
  private final MachineReader machine;
  private final ServiceTime time = new ServiceTime(InstantSource.system());

  RunningAgent(AgentCommand.Place place, AgentCommand given) {
    this.place = place;
    this.given = given;
    this.machine = new MachineReader(given.root);
  }

  AgentExit run() throws IOException, InterruptedException {
    Path path = Objects.requireNonNullElseGet(given.state, place.state());
    try (StateDirectory directory = StateDirectory.open(path)) {
      AgentState state = state(directory);
      HostAgent agent = agent(directory, state);
      return given.once ? once(agent, state) : loop(agent);
    } catch (StateException unusable) {
      throw new UnusableException(String.valueOf(unusable.getMessage()), unusable);
    } catch (StoppedException stopped) {
      place.remarks().accept("assay: stopped: " + stopped.getMessage());
      return AgentExit.REFUSED;
    }
  }

  private AgentExit once(HostAgent agent, AgentState state) throws InterruptedException {
    Optional<String> trouble = agent.once();
    if (trouble.isPresent()) {
      place
          .remarks()
          .accept("assay: " + state.resourceId() + ": not all was handed in: " + trouble.get());
      return AgentExit.NOT_HANDED_IN;
    }
    return AgentExit.DONE;
  }

  /// Runs until the process is told to end, and says so to the service then.
  private AgentExit loop(HostAgent agent) throws InterruptedException {
    Thread working = Thread.currentThread();
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupt(working, ended), "farewell"));
    try {
      while (true) {
        Duration idle = agent.step();
        if (agent.hasCollected()) {
          giveMemoryBack();
        }
        Thread.sleep(idle.compareTo(LONGEST_SLEEP) < 0 ? idle : LONGEST_SLEEP);
      }
    } catch (InterruptedException asked) {
      agent.shutDown();
      return AgentExit.DONE;
    } finally {
      ended.countDown();
    }
  }

  /// An agent waits for most of its life: what a collection took is the host's again until the
  /// next one. The launcher's flags let the heap shrink at once.
  private static void giveMemoryBack() {
    System.gc();
  }

  /// The process ends after the last word, or when that takes too long.
  private static void interrupt(Thread working, CountDownLatch ended) {
    working.interrupt();
    try {
      if (!ended.await(LAST_WORD.toMillis(), TimeUnit.MILLISECONDS)) {
        System.getLogger(RunningAgent.class.getName())
            .log(System.Logger.Level.INFO, "ended without a last word");
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  /// Who the agent is: as it was let in before, unless on another machine, or let in now.
  private AgentState state(StateDirectory directory) throws IOException, InterruptedException {
    MachineIdentity identity = machine.identity(directory);
    Optional<AgentState> known = directory.read();
    if (known.isPresent()) {
      if (known.get().machine().isSameAs(identity)) {
        return atServer(known.get());
      }
      log("the state directory is of another machine, of which this one is a copy");
      directory.forget();
    }
    return enrol(directory, identity);
  }

  private AgentState atServer(AgentState state) {
    return given.server == null || given.server.equals(state.server())
        ? state
        : new AgentState(
            given.server,
            state.region(),
            state.fingerprint(),
            state.agentId(),
            state.resourceId(),
            state.machine(),
            state.accessKeyId(),
            state.secretAccessKey(),
            state.keyIssuedAt());
  }

  private AgentState enrol(StateDirectory directory, MachineIdentity identity)
      throws IOException, InterruptedException {
    if (given.server == null || given.tokenFile == null) {
      throw new UnusableException(
          "this agent was never let in: it needs --server and --token-file");
    }
    EnrolmentToken token = TokenFile.read(given.tokenFile);
    ServiceAddress server = address(given.server);
    ServiceClient client =
        client(
            server,
            token.fingerprint(),
            token.region(),
            token.accessKeyId(),
            token.secretAccessKey(),
            AssayApi.schema());
    Enrolment enrolment = new Enrolment(server, token, machine, place.version(), given.resource);
    Backoff pauses = new Backoff(RandomGenerator.getDefault());
    while (true) {
      try {
        AgentState state = enrolment.enrol(directory, identity, client, time);
        log("let in as " + state);
        return state;
      } catch (ServiceUnreachableException away) {
        wait("--server " + away.getMessage(), away, pauses);
      } catch (ServiceException | UnexpectedAnswerException refused) {
        String why =
            "--token-file " + given.tokenFile + ": the service refused it: " + refused.getMessage();
        if (!Passing.of(refused)) {
          throw new UnusableException(why, refused);
        }
        wait(why, refused, pauses);
      }
    }
  }

  /// An agent that stays is started with its host, perhaps before the network or the service: it
  /// tries again.
  private void wait(String why, RuntimeException failure, Backoff pauses)
      throws InterruptedException {
    if (given.once) {
      throw new UnusableException(why, failure);
    }
    log(why);
    Thread.sleep(pauses.failed());
  }

  private HostAgent agent(StateDirectory directory, AgentState state) throws IOException {
    Spool spool = new Spool(directory.spool(), (long) given.spoolMib << 20, this::log);
    KeyedService service =
        new KeyedService(
            directory,
            state,
            time,
            (keyed, part) ->
                client(
                    address(keyed.server()),
                    keyed.fingerprint(),
                    keyed.region(),
                    keyed.accessKeyId(),
                    keyed.secretAccessKey(),
                    part),
            new KeyedService.Host(machine.isLive(), machine.hostName(), given.tags));
    return new HostAgent(
        new HostAgent.Surroundings(
            System::nanoTime,
            RandomGenerator.getDefault(),
            place.version(),
            Optional.ofNullable(machine.kernel()),
            this::log),
        collectors(),
        evaluations(directory),
        spool,
        service);
  }

  private List<Collector> collectors() {
    List<Collector> all = new ArrayList<>();
    all.add(new InventoryCollector(given.root, place.version()));
    if (new MachineReader(given.root).isLive()) {
      all.add(new RuntimeCollection());
    }
    for (String name : given.without) {
      if (!COLLECTORS.contains(name)) {
        throw new UnusableException(
            "--without "
                + name
                + ": there is no such collector; there are "
                + String.join(", ", COLLECTORS));
      }
    }
    all.removeIf(collector -> given.without.contains(collector.name()));
    return all;
  }

  private Optional<Evaluations> evaluations(StateDirectory directory) {
    return given.without.contains(BENCHMARK)
        ? Optional.empty()
        : Optional.of(
            new ChildEvaluations(
                given.root,
                given.content.isEmpty() ? AgentCommand.CONTENT : given.content,
                directory.evaluation()));
  }

  private ServiceClient client(
      ServiceAddress server,
      @Nullable String fingerprint,
      String region,
      String id,
      String secret,
      ServiceSchema part) {
    Transport transport =
        AgentWay.transport(
            server, fingerprint, AgentWay.proxy(server, given.proxy, System.getenv()));
    return new ServiceClient(
        server, transport, time, new Credentials(id, secret, Optional.empty()), region, part);
  }

  private static ServiceAddress address(String url) {
    try {
      return ServiceAddress.parse(url);
    } catch (IllegalArgumentException malformed) {
      throw new UnusableException("--server " + malformed.getMessage(), malformed);
    }
  }

  private void log(String line) {
    if (!given.quiet) {
      place.remarks().accept("assay: " + PlainText.line(line));
    }
  }
}
