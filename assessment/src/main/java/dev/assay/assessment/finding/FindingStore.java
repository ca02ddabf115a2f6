package dev.assay.assessment.finding;

import dev.assay.assessment.query.FindingQuery;
import dev.assay.assessment.query.Page;
import dev.assay.assessment.query.PageRequest;
import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.tenant.Tenant;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/// Where findings are kept: a port of the service. Each call works in the transaction that the
/// caller has opened.
public interface FindingStore {

  /// The hash of a content as this store keeps it.
  ContentHash hash(FindingContent content);

  /// Every finding of a resource, closed ones too.
  List<KnownFinding> ofResource(long resource);

  /// Carries out what an assessment changes, all at once, and applies the tenant's suppression
  /// filters to what became of the resource's findings.
  void apply(Resource resource, List<FindingChange> changes, Instant now);

  /// Applies the tenant's suppression filters to all its findings, after the filters changed.
  void suppress(Tenant tenant, Instant now);

  Page<StoredFinding> list(FindingQuery query, PageRequest page);

  /// Those of the tenant's findings that exist, in no promised order.
  List<StoredFinding> find(Tenant tenant, Collection<FindingId> ids);

  /// Removes closed findings whose time is over: those of a resource that is gone after three days,
  /// others after thirty.
  int expire(Instant now);
}
