package dev.assay.assessment.classic.run;

import dev.assay.assessment.classic.DurationRange;
import dev.assay.assessment.classic.Invalid;
import dev.assay.assessment.classic.NamePattern;
import dev.assay.assessment.classic.TimeRange;
import dev.assay.assessment.classic.rulespackage.RulesPackage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which runs to list; all of it must hold.
///
/// @param templates empty for all
/// @param name null for all
/// @param states empty for all
/// @param rulesPackages that a run must have *all* of; empty for all runs
public record RunFilter(
    List<String> templates,
    @Nullable NamePattern name,
    List<RunState> states,
    DurationRange duration,
    List<RulesPackage> rulesPackages,
    TimeRange started,
    TimeRange completed,
    TimeRange stateChanged) {
  public RunFilter {
    templates = List.copyOf(templates);
    states = List.copyOf(states);
    rulesPackages = List.copyOf(rulesPackages);
  }

  /// The filter itself, if its ranges are some.
  ///
  /// @throws dev.assay.assessment.classic.ClassicRefusal.InvalidInput for a range that nothing can
  ///     lie in
  RunFilter checked() {
    duration.checked(Invalid.INVALID_ASSESSMENT_RUN_DURATION_RANGE);
    started.checked(Invalid.INVALID_ASSESSMENT_RUN_START_TIME_RANGE);
    completed.checked(Invalid.INVALID_ASSESSMENT_RUN_COMPLETION_TIME_RANGE);
    stateChanged.checked(Invalid.INVALID_ASSESSMENT_RUN_STATE_CHANGE_TIME_RANGE);
    return this;
  }
}
