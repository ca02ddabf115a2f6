package dev.assay.match;

import dev.assay.model.Trace;
import dev.assay.model.Trace.Outcome;
import dev.assay.model.Trace.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What all statements together say of one vulnerability in one subject.
///
/// @param deciding the judgement that decided, first; then the others of its rank that agree
/// @param fixedVersion the version to install; null where this resource can get none
/// @param fixElsewhere the subscription that has a fix, and the fix, where this resource cannot
///     get it
record Conclusion(
    Outcome outcome,
    List<Judgement> deciding,
    @Nullable String fixedVersion,
    @Nullable FixElsewhere fixElsewhere,
    List<Step> remarks) {
  Conclusion {
    deciding = List.copyOf(deciding);
    remarks = List.copyOf(remarks);
  }

  record FixElsewhere(String subscription, String fixedVersion) {}

  Judgement decider() {
    return deciding.getFirst();
  }

  Trace trace() {
    return new Trace(
        outcome,
        java.util.stream.Stream.concat(decider().steps().stream(), remarks.stream()).toList());
  }
}
