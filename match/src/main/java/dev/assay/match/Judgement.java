package dev.assay.match;

import dev.assay.model.Trace;
import dev.assay.model.Trace.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one statement means for one subject.
///
/// @param fixedVersion the version that mends it, where the outcome is `AFFECTED` and one exists
/// @param reach how this resource can get that version
record Judgement(
    Statement statement,
    Outcome outcome,
    @Nullable String fixedVersion,
    Reach reach,
    List<Trace.Step> steps) {
  Judgement {
    steps = List.copyOf(steps);
  }

  boolean decides() {
    return switch (outcome) {
      case AFFECTED, FIXED, NOT_AFFECTED -> true;
      case NOT_APPLICABLE, SUPERSEDED, WITHDRAWN, NOT_EVALUATED -> false;
    };
  }
}
