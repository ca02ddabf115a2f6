package dev.assay.assessment.classic.behaviour;

import dev.assay.assessment.classic.evaluation.RuleFinding;
import dev.assay.assessment.classic.evaluation.RulesEngine;
import dev.assay.assessment.classic.evaluation.Window;
import dev.assay.assessment.classic.exclusion.Exclusion;
import dev.assay.assessment.classic.exclusion.ExclusionType;
import dev.assay.assessment.classic.host.AssessedHost;
import dev.assay.assessment.classic.rulespackage.RulesPackage;
import dev.assay.assessment.runtime.RuntimeStore;
import dev.assay.assessment.tenant.Region;
import dev.assay.assessment.transaction.Reading;
import dev.assay.model.NotEvaluated;
import dev.assay.model.runtime.RuntimeSample;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `Runtime Behavior Analysis`: what the samples of a run's window show of a host; where none was
/// taken in it, the newest one before. Of a host that was never seen running it is what would run.
public final class RuntimeEngine implements RulesEngine {
  private static final List<BehaviourRule> RULES =
      List.of(
          new InsecureClients(),
          new InsecureServers(),
          new UnusedPorts(),
          new RootPermissions(),
          new Unhardened(),
          new ReplacedFiles());

  private final RuntimeStore samples;
  private final @Nullable Window window;

  public RuntimeEngine(RuntimeStore samples) {
    this(samples, null);
  }

  private RuntimeEngine(RuntimeStore samples, @Nullable Window window) {
    this.samples = samples;
    this.window = window;
  }

  @Override
  public RulesPackage rulesPackage() {
    return RulesPackage.RUNTIME_BEHAVIOUR;
  }

  @Override
  public RulesEngine during(Window collected) {
    return new RuntimeEngine(samples, collected);
  }

  @Override
  public List<Exclusion> exclusions(Region region) {
    return List.of();
  }

  @Override
  public List<Exclusion> exclusions(Reading transaction, AssessedHost host) {
    return seen(transaction, host)
        .map(UnseenBehaviour::reasons)
        .orElseGet(
            () -> List.of("Nobody looked at what the host does (assay scan / --submit does)."))
        .stream()
        .map(
            why ->
                Exclusion.of(
                    ExclusionType.RULES_EVALUATION_ERROR_FOR_SINGLE_INSTANCE,
                    host,
                    rulesPackage(),
                    why))
        .toList();
  }

  /// A sample without sockets or without processes says nothing.
  @Override
  public boolean judges(Reading transaction, AssessedHost host) {
    return seen(transaction, host)
        .map(Behaviour::newest)
        .map(RuntimeSample::notEvaluated)
        .filter(gaps -> gaps.stream().noneMatch(gap -> gap.gap() == NotEvaluated.Gap.WHOLE))
        .isPresent();
  }

  @Override
  public List<RuleFinding> findings(Reading transaction, AssessedHost host) {
    BehaviourWords words = new BehaviourWords(host.id());
    return seen(transaction, host).stream()
        .flatMap(seen -> RULES.stream().flatMap(rule -> rule.findings(seen, words).stream()))
        .toList();
  }

  private Optional<Behaviour> seen(Reading transaction, AssessedHost host) {
    List<RuntimeSample> within =
        window == null
            ? List.of()
            : samples.between(transaction, host.resource(), window.from(), window.to()).stream()
                .filter(sample -> !sample.isAtRest())
                .toList();
    return within.isEmpty()
        ? samples.newest(transaction, host.resource()).map(List::of).map(Behaviour::new)
        : Optional.of(new Behaviour(within));
  }
}
