package dev.assay.assessment.cis;

import dev.assay.assessment.tenant.Tenant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A resource in a scan.
///
/// @param tenant whose resource it is
/// @param tags as they were when the scan began
/// @param platform null where it was not known
/// @param job what a session that reports on it is started for
/// @param explanation why there are no results, or not all; otherwise empty
public record CisTarget(
    UUID scan,
    Tenant tenant,
    String resource,
    Map<String, String> tags,
    @Nullable String platform,
    String job,
    State state,
    String explanation) {
  public CisTarget {
    tags = Map.copyOf(tags);
  }

  /// What came of it.
  public enum State {
    /// Its results are awaited.
    WAITING,
    COMPLETED,

    /// No results came in time.
    TIMED_OUT,

    /// It was given up, by whoever reported or with the scan.
    CANCELLED,

    /// Whoever reported knows no benchmark for it.
    UNSUPPORTED_OS
  }

  /// The same target, ended.
  public CisTarget ended(State now, String why) {
    return new CisTarget(scan, tenant, resource, tags, platform, job, now, why);
  }

  /// The same target on a platform, where that was not known.
  public CisTarget on(@Nullable String system) {
    return platform != null
        ? this
        : new CisTarget(scan, tenant, resource, tags, system, job, state, explanation);
  }
}
