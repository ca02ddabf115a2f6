package dev.assay.assessment.classic.run;

import dev.assay.assessment.classic.Attribute;
import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.classic.rulespackage.RulesPackage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One assessment of a target as a template has it.
///
/// @param arn within its template's
/// @param duration the template's, as it was at the start; likewise the next two
/// @param collectionEndsAt null until collecting began
/// @param hostsSelected whether it is determined which hosts take part
/// @param completedAt null until it ended
public record AssessmentRun(
    ClassicArn arn,
    String name,
    Duration duration,
    List<RulesPackage> rulesPackages,
    List<Attribute> userAttributes,
    RunState state,
    boolean dataCollected,
    boolean hostsSelected,
    @Nullable Instant collectionEndsAt,
    Instant createdAt,
    Instant stateChangedAt,
    @Nullable Instant completedAt) {
  public AssessmentRun {
    rulesPackages = List.copyOf(rulesPackages);
    userAttributes = List.copyOf(userAttributes);
  }

  /// The run as it begins.
  public static AssessmentRun created(
      ClassicArn arn,
      String name,
      Duration duration,
      List<RulesPackage> rulesPackages,
      List<Attribute> userAttributes,
      Instant now) {
    return new AssessmentRun(
        arn,
        name,
        duration,
        rulesPackages,
        userAttributes,
        RunState.CREATED,
        false,
        false,
        null,
        now,
        now,
        null);
  }

  /// The run after an event.
  ///
  /// @throws IllegalStateException where the event does not happen in its state
  public AssessmentRun after(RunEvent event, Instant now) {
    RunState next =
        RunTransitions.next(state, event)
            .orElseThrow(() -> new IllegalStateException(event + " of a run that is " + state));
    return new AssessmentRun(
        arn,
        name,
        duration,
        rulesPackages,
        userAttributes,
        next,
        dataCollected || next.hasData(),
        hostsSelected,
        collectionEndsAt,
        createdAt,
        now,
        next.isEnd() ? now : null);
  }

  AssessmentRun withHostsSelected() {
    return new AssessmentRun(
        arn,
        name,
        duration,
        rulesPackages,
        userAttributes,
        state,
        dataCollected,
        true,
        collectionEndsAt,
        createdAt,
        stateChangedAt,
        completedAt);
  }

  AssessmentRun collectingUntil(Instant end) {
    return new AssessmentRun(
        arn,
        name,
        duration,
        rulesPackages,
        userAttributes,
        state,
        dataCollected,
        hostsSelected,
        end,
        createdAt,
        stateChangedAt,
        completedAt);
  }
}
