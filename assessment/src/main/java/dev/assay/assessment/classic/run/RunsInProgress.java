package dev.assay.assessment.classic.run;

import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.transaction.Reading;
import java.util.List;

/// Tells which runs have not ended.
@FunctionalInterface
public interface RunsInProgress {
  /// The ARNs of unfinished runs of a target or of a template.
  List<String> within(Reading transaction, ClassicArn outer);
}
