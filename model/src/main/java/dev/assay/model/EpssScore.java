package dev.assay.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// FIRST's estimate that the vulnerability is exploited within 30 days: `probability` and
/// `percentile` from 0 to 1, percentile null where the source has none; `date` is the model's
/// day.
public record EpssScore(
    VulnerabilityId vulnerability, double probability, @Nullable Double percentile, LocalDate date)
    implements FeedRecord {
  public EpssScore {
    if (!(probability >= 0.0 && probability <= 1.0)) {
      throw new IllegalArgumentException("An EPSS probability is from 0 to 1: " + probability);
    }
  }
}
