package dev.assay.agent;

import dev.assay.agent.ServiceDoor.Answer;
import dev.assay.agent.benchmark.Evaluations;
import dev.assay.agent.collect.Collector;
import dev.assay.agent.collect.Collector.Keeping;
import dev.assay.agent.state.Part;
import dev.assay.agent.state.Spool;
import dev.assay.awsapi.assay.AgentHealthCode;
import dev.assay.awsapi.assay.SendHeartbeatRequest;
import dev.assay.awsapi.assay.SendHeartbeatResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An agent that was let in: says how it does, collects, hands in. Whatever it collects goes
/// through the spool, so that a part leaves the disk only when the service has it.
public final class HostAgent {
  private static final Duration GLANCE = Duration.ofMillis(200);
  private static final String HANDING_IN = "handing in";

  /// After how many attempts in vain it is no matter of a moment any more.
  private static final int PERSISTENT = 3;

  private final Surroundings surroundings;
  private final List<Collector> collectors;
  private final Spool spool;
  private final KeyedService service;
  private final Timetable timetable;
  private final Backoff heartbeatBackoff;
  private final Backoff sendingBackoff;
  private final Health health = new Health();
  private final Optional<BenchmarkDuty> benchmarks;
  private boolean collected;
  private int unsent;

  /// An agent.
  ///
  /// @param collectors those that its owner allows
  /// @param evaluations of benchmarks; empty where its owner wants none
  public HostAgent(
      Surroundings surroundings,
      List<Collector> collectors,
      Optional<Evaluations> evaluations,
      Spool spool,
      KeyedService service) {
    this.surroundings = surroundings;
    this.collectors = List.copyOf(collectors);
    this.spool = spool;
    this.service = service;
    this.timetable =
        new Timetable(
            collectors.stream().map(Collector::name).collect(Collectors.toSet()),
            surroundings.ticker(),
            surroundings.random());
    this.heartbeatBackoff = new Backoff(surroundings.random());
    this.sendingBackoff = new Backoff(surroundings.random());
    this.benchmarks =
        evaluations.map(each -> new BenchmarkDuty(each, service, surroundings, health));
  }

  /// What an agent needs of the world.
  ///
  /// @param version of the program
  /// @param kernel that runs; empty where none is known
  /// @param log told what a person should know
  public record Surroundings(
      Ticker ticker,
      RandomGenerator random,
      String version,
      Optional<String> kernel,
      Consumer<String> log) {}

  /// Does whatever is due.
  ///
  /// @return how long nothing else will be
  /// @throws StoppedException where the service wants no more of this agent
  public Duration step() throws InterruptedException {
    if (timetable.isHeartbeatDue()) {
      heartbeat();
    }
    collected = false;
    for (Collector collector : collectors) {
      if (timetable.isDue(collector.name())) {
        collect(collector);
        timetable.collected(collector.name());
        collected = true;
      }
    }
    while (timetable.maySend() && spool.oldest().isPresent()) {
      send(spool.oldest().get());
    }
    Duration idle = timetable.idle(spool.oldest().isPresent());
    if (benchmarks.isPresent()) {
      collected |= benchmarks.get().step();
      return benchmarks.get().idle(idle);
    }
    return idle;
  }

  /// Whether the last step collected something, which takes far more memory than waiting does.
  public boolean hasCollected() {
    return collected;
  }

  /// Collects everything once and hands it in.
  ///
  /// @return why something was not handed in, which is in the spool then; empty where all was
  public Optional<String> once() throws InterruptedException {
    heartbeat();
    collectors.forEach(this::collect);
    while (timetable.maySend() && spool.oldest().isPresent()) {
      send(spool.oldest().get());
    }
    if (benchmarks.isPresent()) {
      evaluate(benchmarks.get());
    }
    String troubles = health.troubles();
    return troubles.isEmpty() ? Optional.empty() : Optional.of(troubles);
  }

  /// Evaluates whatever is waited for, unless its results cannot be handed in.
  private void evaluate(BenchmarkDuty duty) throws InterruptedException {
    while (duty.isAtWork()) {
      duty.step();
      if (!duty.obstacle().isEmpty()) {
        health.trouble(BenchmarkDuty.NAME, "benchmark: not handed in: " + duty.obstacle());
        return;
      }
      Thread.sleep(duty.idle(GLANCE));
    }
  }

  /// Says a last word, if anybody listens.
  public void shutDown() throws InterruptedException {
    benchmarks.ifPresent(BenchmarkDuty::stop);
    service.call("SendHeartbeat", said(AgentHealthCode.SHUTDOWN), SendHeartbeatResponse.class);
  }

  private void heartbeat() throws InterruptedException {
    SendHeartbeatRequest said = said(health.code(timetable.isInRun()));
    switch (service.call("SendHeartbeat", said, SendHeartbeatResponse.class)) {
      case Answer.Given<SendHeartbeatResponse>(var orders) -> {
        heartbeatBackoff.succeeded();
        timetable.follow(orders);
        timetable.heartbeatSent();
        heard();
        if (benchmarks.isPresent()) {
          benchmarks.get().follow(orders);
        }
        // Only now is it known what time it is.
        service.renewKey(surroundings.log());
      }
      case Answer.Later<SendHeartbeatResponse> later -> {
        unheard(later.why());
        timetable.heartbeatAgainIn(later.pause().orElseGet(heartbeatBackoff::failed));
      }
      case Answer.Refused<SendHeartbeatResponse>(String why) -> {
        unheard(why);
        timetable.heartbeatAgainIn(heartbeatBackoff.failed());
      }
    }
  }

  private SendHeartbeatRequest said(AgentHealthCode code) {
    return SendHeartbeatRequest.builder()
        .health(code)
        .details(health.told())
        .agentVersion(surroundings.version())
        .kernel(surroundings.kernel().orElse(null))
        .collectors(
            Stream.concat(
                    collectors.stream().map(Collector::name),
                    benchmarks.stream().map(_ -> BenchmarkDuty.NAME))
                .toList())
        .build();
  }

  private void heard() {
    if (health.isTroubled(Health.SERVICE)) {
      surroundings.log().accept("the service is there again");
    }
    health.well(Health.SERVICE);
  }

  private void unheard(String why) {
    if (!health.isTroubled(Health.SERVICE)) {
      surroundings.log().accept(why);
    }
    health.trouble(Health.SERVICE, why);
  }

  private void collect(Collector collector) {
    try {
      Part part = Part.of(collector.name(), service.now(), collector.collect());
      health.well(collector.name());
      Optional<String> unkept = spool.put(part, collector.keeping() == Keeping.NEWEST);
      if (unkept.isPresent()) {
        surroundings.log().accept(unkept.get());
        health.trouble("spool", unkept.get());
      } else {
        health.well("spool");
      }
    } catch (IOException unreadable) {
      String why = collector.name() + " cannot be collected: " + unreadable.getMessage();
      surroundings.log().accept(why);
      health.trouble(collector.name(), why);
    }
  }

  private void send(Spool.Waiting waiting) throws InterruptedException {
    Optional<Collector> collector =
        collectors.stream()
            .filter(one -> one.name().equals(waiting.part().collector()))
            .findFirst();
    if (collector.isEmpty()) {
      surroundings
          .log()
          .accept("dropped what " + waiting.part().collector() + " collected: it is off");
      spool.remove(waiting);
      return;
    }
    switch (service.handIn(waiting.part(), collector.get())) {
      case Answer.Given<String>(String outcome) -> {
        spool.remove(waiting);
        sendingBackoff.succeeded();
        health.throttled(false);
        unsent = 0;
        health.well(HANDING_IN);
        heard();
        surroundings.log().accept(waiting.part().collector() + ": " + outcome);
      }
      case Answer.Later<String> later -> {
        health.throttled(later.throttled());
        unheard(later.why());
        unsent++;
        if (unsent >= PERSISTENT) {
          health.trouble(HANDING_IN, "what was collected is not taken: " + later.why());
        }
        timetable.sendAgainIn(later.pause().orElseGet(sendingBackoff::failed));
      }
      case Answer.Refused<String>(String why) -> {
        spool.remove(waiting);
        String said =
            "the service does not take what " + waiting.part().collector() + " read: " + why;
        surroundings.log().accept(said);
        health.trouble(waiting.part().collector(), said);
      }
    }
  }
}
