package dev.assay.match;

import dev.assay.model.AffectedPackage;
import dev.assay.model.Trace.Outcome;
import dev.assay.model.Trace.Step;
import dev.assay.model.VendorStatus;
import dev.assay.model.VersionRange;
import dev.assay.version.Version;
import dev.assay.version.VersionScheme;
import dev.assay.version.VulnerableRanges;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Judges one statement for one subject: does the statement concern it at all, and if so, what
/// does the version order say. Every step is written down as it is taken.
final class StatementJudge {
  private final RepositoryRule repositories;

  StatementJudge(RepositoryRule repositories) {
    this.repositories = repositories;
  }

  Judgement judge(Subject subject, Version installed, Statement statement) {
    AffectedPackage affected = statement.affected();
    List<Step> steps = new ArrayList<>();
    steps.add(new Step("advisory-read", Wording.statement(statement)));
    if (statement.withdrawn()) {
      steps.add(new Step("withdrawn", "the advisory was withdrawn by its source"));
      return new Judgement(statement, Outcome.WITHDRAWN, null, new Reach.Enabled(), steps);
    }
    if (affected.naming() != subject.naming()) {
      steps.add(new Step("naming", Wording.naming(affected.naming())));
      return new Judgement(statement, Outcome.NOT_APPLICABLE, null, new Reach.Enabled(), steps);
    }
    Reach reach = repositories.reach(subject, affected);
    switch (reach) {
      case Reach.Elsewhere(Step why) -> {
        steps.add(why);
        return new Judgement(statement, Outcome.NOT_APPLICABLE, null, reach, steps);
      }
      case Reach.NeedsSubscription(String name) ->
          steps.add(new Step("subscription", name + " is not attached to this resource"));
      case Reach.Enabled(), Reach.Unknown(Step _) -> {}
    }
    switch (ModuleRule.judge(subject, affected)) {
      case ModuleRule.Answer.Concerns() -> {}
      case ModuleRule.Answer.OtherModule(Step why) -> {
        steps.add(why);
        return new Judgement(statement, Outcome.NOT_APPLICABLE, null, reach, steps);
      }
      case ModuleRule.Answer.Undecided(Step why) -> {
        steps.add(why);
        return new Judgement(statement, Outcome.NOT_EVALUATED, null, reach, steps);
      }
    }
    Compared compared = compare(subject, installed, affected, steps);
    if (reach instanceof Reach.Unknown(Step why) && compared.outcome == Outcome.AFFECTED) {
      steps.add(why);
      return new Judgement(statement, Outcome.NOT_EVALUATED, null, reach, steps);
    }
    return new Judgement(statement, compared.outcome, compared.fixed, reach, steps);
  }

  boolean concernsOrdinaryRepository(Subject subject, Statement statement) {
    return repositories.reach(subject, statement.affected()) instanceof Reach.Enabled;
  }

  private record Compared(Outcome outcome, @Nullable String fixed) {}

  private static Compared compare(
      Subject subject, Version installed, AffectedPackage affected, List<Step> steps) {
    if (affected.status() == VendorStatus.NOT_AFFECTED) {
      steps.add(new Step("vendor-status", "the vendor says it is not affected"));
      return new Compared(Outcome.NOT_AFFECTED, null);
    }
    if (affected.ranges().isEmpty()) {
      steps.add(new Step("vendor-status", Wording.unfixed(affected.status())));
      return new Compared(Outcome.AFFECTED, null);
    }
    return switch (VulnerableRanges.contains(
        VersionScheme.of(subject.type()), affected.ranges(), installed)) {
      case VulnerableRanges.Inside(VersionRange range) -> {
        steps.add(new Step("version-compared", Wording.inside(subject.version(), range)));
        yield new Compared(Outcome.AFFECTED, range.fixed());
      }
      case VulnerableRanges.Undecidable(VersionRange _, String _, String reason) -> {
        steps.add(new Step("version-compared", reason));
        yield new Compared(Outcome.NOT_EVALUATED, null);
      }
      case VulnerableRanges.Outside() -> {
        steps.add(
            new Step("version-compared", Wording.outside(subject.version(), affected.ranges())));
        yield new Compared(Outcome.FIXED, null);
      }
    };
  }
}
