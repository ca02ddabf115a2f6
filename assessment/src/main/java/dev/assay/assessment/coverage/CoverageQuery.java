package dev.assay.assessment.coverage;

import dev.assay.assessment.query.Criterion.DateRange;
import dev.assay.assessment.query.Criterion.TagCondition;
import dev.assay.assessment.query.Criterion.TextCondition;
import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.tenant.Region;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which resources' coverage: those of the accounts that the caller may see, in a region, for which
/// every criterion holds.
///
/// @param texts conditions by facet, read as those on findings
/// @param scanned when they were last assessed; any of the ranges
/// @param tags any of them
public record CoverageQuery(
    Set<AccountId> accounts,
    Region region,
    Map<Facet, List<TextCondition>> texts,
    List<DateRange> scanned,
    List<TagCondition> tags) {
  public CoverageQuery {
    accounts = Set.copyOf(accounts);
    texts = Map.copyOf(texts);
    scanned = List.copyOf(scanned);
    tags = List.copyOf(tags);
    if (accounts.isEmpty()) {
      throw new IllegalArgumentException("A question within no account at all");
    }
  }

  /// The texts that coverage is selected and grouped by.
  public enum Facet {
    ACCOUNT,
    RESOURCE_ID,
    RESOURCE_TYPE,
    /// `ACTIVE` or `INACTIVE`.
    STATUS_CODE,
    /// The name of the {@link ScanStatus}.
    STATUS_REASON,
    IMAGE_REPOSITORY,
    IMAGE_TAG,
    FUNCTION_NAME,
    FUNCTION_RUNTIME,
    PROJECT_NAME,
    /// The name of the {@link Coverage.Scan}.
    SCAN_TYPE
  }
}
