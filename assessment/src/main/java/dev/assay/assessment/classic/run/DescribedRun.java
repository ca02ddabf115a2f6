package dev.assay.assessment.classic.run;

import dev.assay.assessment.classic.evaluation.ClassicSeverity;
import dev.assay.assessment.classic.subscription.Notification;
import java.util.List;
import java.util.Map;

/// A run with its history.
///
/// @param changes the earliest first
/// @param notifications the latest fifty, the earliest of them first
/// @param findingCounts none of any severity until the run has ended
public record DescribedRun(
    AssessmentRun run,
    List<StateChange> changes,
    List<Notification.Delivered> notifications,
    Map<ClassicSeverity, Long> findingCounts) {
  public DescribedRun {
    changes = List.copyOf(changes);
    notifications = List.copyOf(notifications);
    findingCounts = Map.copyOf(findingCounts);
  }
}
