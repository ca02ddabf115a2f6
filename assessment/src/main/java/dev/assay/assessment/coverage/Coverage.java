package dev.assay.assessment.coverage;

import dev.assay.assessment.resource.Resource;
import dev.assay.model.NotEvaluated;
import java.time.Instant;
import java.util.List;

/// How far a resource is assessed.
///
/// @param scan what of it is assessed
/// @param agent whether what is known of it came, last, from an agent on it
/// @param gaps what of it was not evaluated, single packages too
/// @param assessedAt when its evidence was last brought together with advisories
/// @param edition the advisory database that judged it; of a network, the snapshot's name
public record Coverage(
    Resource resource,
    Scan scan,
    ScanStatus status,
    boolean agent,
    List<NotEvaluated> gaps,
    Instant assessedAt,
    String edition) {
  public Coverage {
    gaps = List.copyOf(gaps);
  }

  /// What of a resource is assessed; one resource may be covered by several.
  public enum Scan {
    PACKAGE,
    NETWORK
  }
}
