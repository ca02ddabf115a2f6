package dev.assay.assessment.classic.run;

import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.classic.ClassicArn.Kind;
import dev.assay.assessment.classic.ClassicId;
import dev.assay.assessment.classic.ClassicLimits;
import dev.assay.assessment.classic.ClassicRefusal.AgentsAlreadyRunning;
import dev.assay.assessment.classic.ClassicRefusal.Entity;
import dev.assay.assessment.classic.ClassicRefusal.InvalidInput;
import dev.assay.assessment.classic.ClassicRefusal.LimitExceeded;
import dev.assay.assessment.classic.ClassicRefusal.Limited;
import dev.assay.assessment.classic.ClassicRefusal.NoSuchEntity;
import dev.assay.assessment.classic.ClassicRefusal.RunInProgress;
import dev.assay.assessment.classic.Invalid;
import dev.assay.assessment.classic.OwnArn;
import dev.assay.assessment.classic.TenantTurn;
import dev.assay.assessment.classic.host.AssessedHost;
import dev.assay.assessment.classic.template.AssessmentTemplate;
import dev.assay.assessment.classic.template.TemplateStore;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.assessment.transaction.Writing;
import dev.assay.assessment.work.WorkQueue;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Starts, stops and deletes runs.
public final class Runs {
  private final Transactions transactions;
  private final TenantTurn turn;
  private final RunStore store;
  private final TemplateStore templates;
  private final RunHosts hosts;
  private final RunSteps steps;
  private final WorkQueue work;
  private final ClassicLimits limits;
  private final InstantSource clock;
  private final RandomGenerator random;

  Runs(
      Transactions transactions,
      TenantTurn turn,
      RunStore store,
      TemplateStore templates,
      RunHosts hosts,
      RunSteps steps,
      WorkQueue work,
      ClassicLimits limits,
      InstantSource clock,
      RandomGenerator random) {
    this.transactions = transactions;
    this.turn = turn;
    this.store = store;
    this.templates = templates;
    this.hosts = hosts;
    this.steps = steps;
    this.work = work;
    this.limits = limits;
    this.clock = clock;
    this.random = random;
  }

  /// Begins a run.
  ///
  /// @param name null for one made of the template's name and the moment
  public ClassicArn start(Tenant tenant, String template, @Nullable String name) {
    ClassicArn arn = OwnArn.own(tenant, Kind.TEMPLATE, template);
    ClassicArn run = arn.within(Kind.RUN, ClassicId.random(random));
    Instant now = clock.instant();
    transactions.change(
        writing -> {
          turn.take(writing, tenant);
          AssessmentTemplate known = templates.find(writing, List.of(template)).get(template);
          if (known == null) {
            throw new NoSuchEntity(Entity.TEMPLATE, template);
          }
          if (store.count(writing, tenant) >= limits.runs()) {
            throw new LimitExceeded(Limited.RUNS, limits.runs());
          }
          requireIdleAgent(writing, arn.parent());
          store.add(
              writing,
              AssessmentRun.created(
                  run,
                  name == null ? "Run - " + known.name() + " - " + now : name,
                  known.duration(),
                  known.rulesPackages(),
                  known.userAttributes(),
                  now));
          work.enqueue(writing, RunWork.of(run, now));
        });
    return run;
  }

  /// A run in which every host is left out because its agent is busy is refused; hosts without an
  /// agent are never busy.
  private void requireIdleAgent(Reading reading, ClassicArn target) {
    List<AssessedHost> selected = hosts.ofTarget(reading, target);
    Map<String, String> busy = hosts.busy(reading, target, selected);
    if (!selected.isEmpty()
        && selected.stream()
            .allMatch(host -> host.agent() != null && busy.containsKey(host.id()))) {
      throw new AgentsAlreadyRunning(
          busy.entrySet().stream()
              .map(one -> new AgentsAlreadyRunning.BusyAgent(one.getKey(), one.getValue()))
              .toList());
    }
  }

  /// Ends collecting, and lets what was collected be evaluated. A run that collects no more goes on
  /// as it would have.
  public void stop(Tenant tenant, String run) {
    transactions.change(
        writing -> {
          AssessmentRun unfinished = lockUnfinished(writing, tenant, run);
          if (RunTransitions.next(unfinished.state(), RunEvent.STOPPED).isPresent()) {
            steps.happen(writing, unfinished, RunEvent.STOPPED);
            work.enqueue(writing, RunWork.of(unfinished.arn(), clock.instant()));
          }
        });
  }

  /// Ends the run at once; nothing that it found is kept.
  public void cancel(Tenant tenant, String run) {
    transactions.change(
        writing -> steps.happen(writing, lockUnfinished(writing, tenant, run), RunEvent.CANCELLED));
  }

  /// Deletes a run that has ended, with all that it found.
  public void delete(Tenant tenant, String run) {
    ClassicArn arn = OwnArn.own(tenant, Kind.RUN, run);
    transactions.change(
        writing -> {
          if (!lock(writing, arn).state().isEnd()) {
            throw new RunInProgress(List.of(run));
          }
          store.delete(writing, arn);
        });
  }

  private AssessmentRun lockUnfinished(Writing writing, Tenant tenant, String run) {
    AssessmentRun known = lock(writing, OwnArn.own(tenant, Kind.RUN, run));
    if (known.state().isEnd()) {
      throw new InvalidInput(
          Invalid.INVALID_ASSESSMENT_RUN_STATE, "The run has ended: it is " + known.state());
    }
    return known;
  }

  private AssessmentRun lock(Writing writing, ClassicArn run) {
    return store.lock(writing, run).orElseThrow(() -> new NoSuchEntity(Entity.RUN, run.toString()));
  }
}
