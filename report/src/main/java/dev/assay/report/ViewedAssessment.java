package dev.assay.report;

import dev.assay.model.AffectedInstallation;
import dev.assay.model.Assessment;
import dev.assay.model.NotEvaluated;
import dev.assay.model.NotEvaluated.Gap;
import dev.assay.model.NotEvaluated.Reason;
import dev.assay.model.VulnerabilityFinding;
import dev.assay.model.VulnerabilityFinding.FixAvailability;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/// An assessment as a view shows it. Each finding is in exactly one place: shown, suppressed,
/// or counted as hidden; a finding of which only some packages are suppressed is split in two.
///
/// @param belowSeverity how many the least severity hides
/// @param unfixed how many are hidden for want of a fix
/// @param notEvaluated all that could not be assessed, whole gaps first, each once
/// @param expired suppressions that would have applied but have run out
record ViewedAssessment(
    Assessment assessment,
    List<VulnerabilityFinding> shown,
    List<Suppressed> suppressed,
    int belowSeverity,
    int unfixed,
    List<NotEvaluated> notEvaluated,
    List<Suppression> expired) {

  /// A finding that an ignore file silences, and by which entry.
  record Suppressed(VulnerabilityFinding finding, Suppression by) {}

  static ViewedAssessment of(Assessment assessment, View view, Instant at) {
    List<VulnerabilityFinding> shown = new ArrayList<>();
    List<Suppressed> suppressed = new ArrayList<>();
    int belowSeverity = 0;
    int unfixed = 0;
    for (VulnerabilityFinding finding : assessment.findings()) {
      Optional<VulnerabilityFinding> rest = withoutSuppressed(finding, view, at, suppressed);
      if (rest.isEmpty()) {
        continue;
      }
      if (!finding.severity().isAtLeast(view.least())) {
        belowSeverity++;
      } else if (view.unfixed() == View.Unfixed.HIDDEN
          && rest.get().fixAvailability() == FixAvailability.NO) {
        unfixed++;
      } else {
        shown.add(rest.get());
      }
    }
    return new ViewedAssessment(
        assessment,
        List.copyOf(shown),
        List.copyOf(suppressed),
        belowSeverity,
        unfixed,
        gaps(assessment),
        expired(assessment, view, at));
  }

  /// What is shown and in use.
  List<VulnerabilityFinding> inUse() {
    return shown.stream().filter(VulnerabilityFinding::inUse).toList();
  }

  /// What is shown but only in kernels that do not run.
  List<VulnerabilityFinding> idle() {
    return shown.stream().filter(finding -> !finding.inUse()).toList();
  }

  /// Without a known system, or advisories for it, there is nothing to compare a package with; and
  /// where the package database could not be read there is no package to compare.
  boolean nothingWasJudged() {
    boolean noPackage = assessment.inventory().packages().isEmpty();
    return notEvaluated.stream()
        .anyMatch(
            gap ->
                gap.gap() == Gap.WHOLE
                    && (noPackage
                        || gap.reason() == Reason.NO_ADVISORIES
                        || gap.reason() == Reason.UNKNOWN_OS));
  }

  /// What of a finding no suppression covers; what one covers goes to `suppressed`.
  private static Optional<VulnerabilityFinding> withoutSuppressed(
      VulnerabilityFinding finding, View view, Instant at, List<Suppressed> suppressed) {
    List<AffectedInstallation> kept = new ArrayList<>();
    Map<Suppression, List<AffectedInstallation>> silenced = new LinkedHashMap<>();
    for (AffectedInstallation affected : finding.packages()) {
      view.suppressions().stream()
          .filter(s -> s.holdsAt(at) && s.covers(finding.vulnerability(), affected))
          .findFirst()
          .ifPresentOrElse(
              s -> silenced.computeIfAbsent(s, key -> new ArrayList<>()).add(affected),
              () -> kept.add(affected));
    }
    silenced.forEach((by, packages) -> suppressed.add(new Suppressed(only(finding, packages), by)));
    return kept.isEmpty() ? Optional.empty() : Optional.of(only(finding, kept));
  }

  private static VulnerabilityFinding only(
      VulnerabilityFinding finding, List<AffectedInstallation> packages) {
    return new VulnerabilityFinding(
        finding.vulnerability(), finding.severity(), finding.severityReasons(), packages);
  }

  private static List<NotEvaluated> gaps(Assessment assessment) {
    SequencedSet<NotEvaluated> all = new LinkedHashSet<>(assessment.notEvaluated());
    all.addAll(assessment.inventory().notEvaluated());
    List<NotEvaluated> wholeFirst = new ArrayList<>(all);
    wholeFirst.sort((a, b) -> b.gap().compareTo(a.gap()));
    return List.copyOf(wholeFirst);
  }

  private static List<Suppression> expired(Assessment assessment, View view, Instant at) {
    return view.suppressions().stream()
        .filter(suppression -> !suppression.holdsAt(at))
        .filter(suppression -> assessment.findings().stream().anyMatch(f -> covers(suppression, f)))
        .toList();
  }

  private static boolean covers(Suppression suppression, VulnerabilityFinding finding) {
    return finding.packages().stream()
        .anyMatch(affected -> suppression.covers(finding.vulnerability(), affected));
  }
}
