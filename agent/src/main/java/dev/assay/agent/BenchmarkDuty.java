package dev.assay.agent;

import dev.assay.agent.ServiceDoor.Answer;
import dev.assay.agent.benchmark.Asked;
import dev.assay.agent.benchmark.Evaluations;
import dev.assay.agent.benchmark.Evaluations.Running;
import dev.assay.agent.benchmark.Outcome;
import dev.assay.awsapi.assay.BenchmarkJob;
import dev.assay.awsapi.assay.BenchmarkResults;
import dev.assay.awsapi.assay.BenchmarkRule;
import dev.assay.awsapi.assay.CollectingRun;
import dev.assay.awsapi.assay.ListBenchmarkJobsRequest;
import dev.assay.awsapi.assay.ListBenchmarkJobsResponse;
import dev.assay.awsapi.assay.SendHeartbeatResponse;
import dev.assay.awsapi.assay.SubmitEvidenceResponse;
import dev.assay.awsapi.assay.WantedBenchmark;
import dev.assay.awsapi.inspector2.CisSessionMessage;
import dev.assay.awsapi.inspector2.StopCisSessionStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Evaluates benchmarks when scans or runs wait for them, one at a time, while the agent goes on
/// with everything else. Each scan's job is answered by a session: with verdicts, or with the
/// reason why there are none. Beside them the whole results go in as evidence, with what the
/// content says of each rule.
final class BenchmarkDuty {
  static final String NAME = "benchmark";
  private static final Duration WORD = Duration.ofMinutes(1);
  private static final Duration GLANCE = Duration.ofSeconds(1);
  private static final String EVIDENCE = "evidence";

  private final Evaluations evaluations;
  private final KeyedService service;
  private final Ticker ticker;
  private final Health health;
  private final Consumer<String> log;
  private final Errands errands;
  private final Set<String> answered = new HashSet<>();
  private final Set<RunWish> served = new HashSet<>();
  private List<BenchmarkSession> jobs = List.of();
  private Set<RunWish> wishes = Set.of();
  private @Nullable Undertaking current;

  BenchmarkDuty(
      Evaluations evaluations,
      KeyedService service,
      HostAgent.Surroundings surroundings,
      Health health) {
    this.evaluations = evaluations;
    this.service = service;
    this.ticker = surroundings.ticker();
    this.health = health;
    this.log = surroundings.log();
    this.errands = new Errands(ticker, new Backoff(surroundings.random()), log);
  }

  /// What a run of Classic's wants of the host.
  private record RunWish(String run, WantedBenchmark benchmark) {}

  /// An evaluation under way.
  private static final class Undertaking {
    private final List<BenchmarkSession> sessions;
    private @Nullable Running running;
    private long toldAt;

    Undertaking(List<BenchmarkSession> sessions, long now) {
      this.sessions = sessions;
      this.toldAt = now;
    }
  }

  /// Takes up what the service says is waited for.
  void follow(SendHeartbeatResponse orders) throws InterruptedException {
    Set<RunWish> wanted = new LinkedHashSet<>();
    for (CollectingRun run : orders.runs()) {
      for (WantedBenchmark benchmark :
          Objects.requireNonNullElse(run.benchmarks(), List.<WantedBenchmark>of())) {
        wanted.add(new RunWish(run.runArn(), benchmark));
      }
    }
    served.retainAll(wanted);
    wanted.removeAll(served);
    wishes = wanted;
    jobs = Objects.requireNonNullElse(orders.benchmarkJobs(), 0) > 0 ? listed() : List.of();
  }

  private List<BenchmarkSession> listed() throws InterruptedException {
    Answer<ListBenchmarkJobsResponse> answer =
        service.call(
            "ListBenchmarkJobs",
            new ListBenchmarkJobsRequest(service.resource()),
            ListBenchmarkJobsResponse.class);
    if (!(answer instanceof Answer.Given<ListBenchmarkJobsResponse>(var given))) {
      return List.of();
    }
    answered.retainAll(given.jobs().stream().map(BenchmarkJob::scanJobId).toList());
    return given.jobs().stream()
        .filter(job -> !answered.contains(job.scanJobId()))
        .map(job -> BenchmarkSession.of(service, job))
        .toList();
  }

  /// Whether something is to be done.
  boolean isAtWork() {
    return current != null || !jobs.isEmpty() || !wishes.isEmpty();
  }

  /// What keeps the results from being handed in; empty where nothing does.
  String obstacle() {
    return current == null || current.running != null ? "" : errands.obstacle();
  }

  /// How long there is nothing to do.
  ///
  /// @param idle how long everything else rests
  Duration idle(Duration idle) {
    if (!isAtWork()) {
      return idle;
    }
    Duration own = current != null && current.running != null ? GLANCE : errands.wait(GLANCE);
    return own.compareTo(idle) < 0 ? own : idle;
  }

  /// Goes on as far as is possible without waiting.
  ///
  /// @return whether an evaluation was told whole
  boolean step() throws InterruptedException {
    if (current == null && isAtWork()) {
      begin();
    }
    errands.run();
    if (current == null) {
      return false;
    }
    look(current);
    errands.run();
    if (current.running == null && errands.isEmpty()) {
      current = null;
      return true;
    }
    return false;
  }

  /// Ends what is under way. Its jobs wait on, for the agent that comes after this one.
  void stop() {
    if (current != null && current.running != null) {
      current.running.stop();
    }
  }

  private void begin() {
    boolean ofCis =
        !jobs.isEmpty()
            || wishes.stream().anyMatch(wish -> wish.benchmark().equals(WantedBenchmark.CIS));
    List<RunWish> runs =
        wishes.stream()
            .filter(wish -> wish.benchmark().equals(WantedBenchmark.CIS) == ofCis)
            .toList();
    Asked asked = asked(ofCis, runs);
    Undertaking begun = new Undertaking(jobs, ticker.nanos());
    current = begun;
    // A session that is there already is this agent's own, of before it was started anew; or
    // another's, and what follows is refused.
    jobs.forEach(job -> errands.addOptional(job.job(), job::start));
    jobs.forEach(job -> answered.add(job.job()));
    served.addAll(runs);
    Instant at =
        jobs.stream()
            .map(BenchmarkSession::requestedAt)
            .reduce(service.now(), (one, other) -> one.isAfter(other) ? one : other);
    jobs = List.of();
    wishes = wishes.stream().filter(wish -> !served.contains(wish)).collect(Collectors.toSet());
    log.accept(
        "benchmark: evaluating "
            + asked
            + " for "
            + begun.sessions.size()
            + " scans and "
            + runs.size()
            + " runs");
    try {
      begun.running = evaluations.start(asked, at);
    } catch (IOException failure) {
      told(begun, new Outcome.Failed("no evaluation can begin: " + failure.getMessage()));
    }
  }

  private Asked asked(boolean ofCis, List<RunWish> runs) {
    if (!ofCis) {
      return Asked.BEST_PRACTICES;
    }
    boolean firstOnly =
        runs.isEmpty() && jobs.stream().allMatch(job -> job.level().equals("LEVEL_1"));
    return firstOnly ? Asked.CIS_LEVEL_1 : Asked.CIS;
  }

  private void look(Undertaking undertaking) {
    Running running = undertaking.running;
    if (running == null) {
      return;
    }
    Optional<Outcome> outcome = running.outcome();
    if (outcome.isPresent()) {
      undertaking.running = null;
      told(undertaking, outcome.get());
    } else if (errands.isEmpty() && ticker.nanos() - undertaking.toldAt >= WORD.toNanos()) {
      undertaking.toldAt = ticker.nanos();
      undertaking.sessions.forEach(job -> errands.addOptional(job.job(), job::alive));
    }
  }

  private void told(Undertaking undertaking, Outcome outcome) {
    switch (outcome) {
      case Outcome.Evaluated(BenchmarkResults results) -> {
        health.well(NAME);
        tell(undertaking.sessions, results);
      }
      case Outcome.NoContent(String why) ->
          giveUp(undertaking.sessions, StopCisSessionStatus.UNSUPPORTED_OS, why);
      case Outcome.Failed(String why) ->
          giveUp(undertaking.sessions, StopCisSessionStatus.FAILED, why);
    }
  }

  /// Verdicts, then the evidence, which adds to them what a session has no room for, then the end.
  private void tell(List<BenchmarkSession> sessions, BenchmarkResults results) {
    log.accept(
        "benchmark: " + results.profile() + ": " + results.rules().size() + " rules evaluated");
    Map<BenchmarkSession, List<BenchmarkRule>> answering = new LinkedHashMap<>();
    for (BenchmarkSession session : sessions) {
      List<BenchmarkRule> rules = Verdicts.of(results, session.level());
      if (rules.isEmpty()) {
        String why = results.profile() + " has no rules of " + session.level();
        errands.add(session.job(), () -> session.without(StopCisSessionStatus.UNSUPPORTED_OS, why));
        continue;
      }
      for (List<CisSessionMessage> messages : Verdicts.messages(results, rules)) {
        errands.add(session.job(), () -> session.verdicts(messages));
      }
      answering.put(session, rules);
    }
    errands.add(EVIDENCE, () -> handIn(results));
    answering.forEach(
        (session, rules) -> errands.add(session.job(), () -> session.done(results, rules)));
  }

  private Answer<SubmitEvidenceResponse> handIn(BenchmarkResults results)
      throws InterruptedException {
    Answer<SubmitEvidenceResponse> answer = service.handIn(results);
    if (answer instanceof Answer.Given) {
      log.accept("benchmark: handed in");
    }
    return answer;
  }

  private void giveUp(List<BenchmarkSession> sessions, StopCisSessionStatus status, String why) {
    log.accept("benchmark: " + why);
    health.remark(NAME, "benchmark: " + why);
    for (BenchmarkSession session : sessions) {
      errands.add(session.job(), () -> session.without(status, why));
    }
  }
}
