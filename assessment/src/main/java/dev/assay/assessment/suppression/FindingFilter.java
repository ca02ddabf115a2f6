package dev.assay.assessment.suppression;

import dev.assay.assessment.query.Criterion;
import dev.assay.assessment.tenant.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A question that is kept.
///
/// @param id sixteen hexadecimal digits, unique in the installation
/// @param name unique in the tenant
/// @param reason why its findings are suppressed; null where nobody said
public record FindingFilter(
    String id,
    Tenant tenant,
    String name,
    Action action,
    @Nullable String description,
    @Nullable String reason,
    List<Criterion> criteria,
    Map<String, String> tags,
    Instant createdAt,
    Instant updatedAt) {
  public FindingFilter {
    criteria = List.copyOf(criteria);
    tags = Map.copyOf(tags);
  }

  /// What becomes of the findings that a filter matches.
  public enum Action {
    /// Nothing: it is a question to ask again.
    NONE,
    /// They are hidden while they match.
    SUPPRESS
  }

  public String arn() {
    return tenant.arn("inspector2", "owner/" + tenant.account() + "/filter/" + id);
  }
}
