package dev.assay.assessment.finding;

import dev.assay.assessment.query.FindingQuery;
import dev.assay.assessment.query.Page;
import dev.assay.assessment.query.PageRequest;
import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/// Where findings are kept: a port of the service.
public interface FindingStore {

  /// The hash of a content as this store keeps it.
  ContentHash hash(FindingContent content);

  /// Every finding of a resource, closed ones too.
  List<KnownFinding> ofResource(Reading transaction, Resource resource);

  /// Carries out what an assessment changes, all at once, and applies the tenant's suppression
  /// filters to the resource's findings.
  void apply(Writing transaction, Resource resource, List<FindingChange> changes, Instant now);

  /// Applies the tenant's suppression filters to all its findings, after the filters changed.
  void suppress(Writing transaction, Tenant tenant, Instant now);

  /// A page of the findings that a question asks for.
  ///
  /// @throws dev.assay.assessment.query.InvalidPageTokenException where the token is none that this
  ///     store gave
  Page<StoredFinding> list(Reading transaction, FindingQuery query, PageRequest page);

  /// Those of the tenant's findings that exist, in no promised order.
  List<StoredFinding> find(Reading transaction, Tenant tenant, Collection<FindingId> ids);

  /// How many findings there are by status, type and severity. The answer does not take longer for
  /// more findings.
  List<FindingCount> counts(Reading transaction, Tenant tenant);

  /// Removes findings that were closed before a moment.
  ///
  /// @return how many
  int expire(Writing transaction, Instant closedBefore);

  /// Removes contents that no finding has and that none was given since a moment.
  ///
  /// @param transaction one of {@link
  ///     dev.assay.assessment.transaction.Transactions#writeInTurn}
  /// @return how many
  int forgetContents(Writing transaction, Instant unusedSince);
}
