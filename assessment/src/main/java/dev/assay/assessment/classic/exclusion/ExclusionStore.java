package dev.assay.assessment.classic.exclusion;

import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.classic.Listing;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Where exclusions and previews of them are kept.
public interface ExclusionStore {
  void add(Writing transaction, List<RecordedExclusion> exclusions);

  boolean isAny(Reading transaction, ClassicArn run);

  /// Those of ended runs only.
  Map<String, RecordedExclusion> find(Reading transaction, Collection<String> arns);

  List<Listing.Row<String>> list(Reading transaction, ClassicArn run, long after, int most);

  /// Every exclusion of a run, for its report.
  List<Exclusion> all(Reading transaction, ClassicArn run);

  /// Begins a preview. Older previews of the template are forgotten.
  void begin(Writing transaction, ClassicArn template, UUID preview, Instant now);

  /// Whether a preview of the template is being made since that moment or later.
  boolean isBeingMade(Reading transaction, ClassicArn template, Instant since);

  /// Whether the preview is complete; empty where there is none of that name for the template.
  Optional<Boolean> isComplete(Reading transaction, ClassicArn template, UUID preview);

  /// Ends a preview; nothing happens where it is complete, or forgotten.
  void complete(Writing transaction, UUID preview, List<Exclusion> exclusions);

  List<Listing.Row<Exclusion>> previewed(Reading transaction, UUID preview, long after, int most);
}
