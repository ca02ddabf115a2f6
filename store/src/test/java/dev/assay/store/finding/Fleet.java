package dev.assay.store.finding;

import dev.assay.assessment.finding.ContentHash;
import dev.assay.assessment.finding.FindingChange.Judged;
import dev.assay.assessment.finding.FindingId;
import dev.assay.assessment.finding.FindingStore;
import dev.assay.assessment.finding.FindingType;
import dev.assay.assessment.finding.ObservedFinding;
import dev.assay.assessment.finding.Reconciliation;
import dev.assay.assessment.finding.StoredFinding;
import dev.assay.assessment.query.Criterion;
import dev.assay.assessment.query.FindingOrder;
import dev.assay.assessment.query.FindingQuery;
import dev.assay.assessment.query.PageRequest;
import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.resource.ResourceDetails;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.resource.ResourceStore;
import dev.assay.assessment.resource.ResourceType;
import dev.assay.assessment.suppression.FilterStore;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.store.Database;
import dev.assay.store.resource.PostgresResourceStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/// Resources and their findings in a database, for tests.
final class Fleet {
  static final Tenant TENANT = Tenant.of("111122223333", "eu-central-1");
  static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");

  final Transactions transactions;
  final ResourceStore resources = new PostgresResourceStore();
  final FilterStore filters = new PostgresFilterStore();
  final FindingStore findings = new PostgresFindingStore(filters);

  Fleet(Database database) {
    transactions = database.transactions();
  }

  /// Assesses a host: what it has is exactly `observed`.
  Resource assess(Tenant tenant, String host, Instant now, Samples... observed) {
    return assess(
        new ResourceKey(tenant, ResourceType.HOST, host),
        ResourceDetails.Host.unknown(),
        Map.of("Name", host),
        now,
        observed);
  }

  Resource assess(
      ResourceKey key,
      ResourceDetails details,
      Map<String, String> tags,
      Instant now,
      Samples... observed) {
    return transactions.write(
        writing -> {
          Resource resource = resources.observe(writing, key, details, tags, now);
          List<Judged> judged =
              List.of(observed).stream()
                  .map(Samples::observed)
                  .map(finding -> new Judged(finding, hash(finding)))
                  .toList();
          var changes =
              new Reconciliation(
                      findings.ofResource(writing, resource),
                      finding -> FindingId.of(key, finding),
                      now)
                  .changes(judged, Set.of(FindingType.PACKAGE_VULNERABILITY));
          findings.apply(writing, resource, changes, now);
          return resource;
        });
  }

  private ContentHash hash(ObservedFinding finding) {
    return findings.hash(finding.content());
  }

  /// Reads something of the tenant's.
  <T> T read(BiFunction<Reading, Tenant, T> question) {
    return transactions.read(reading -> question.apply(reading, TENANT));
  }

  List<StoredFinding> list(Criterion... criteria) {
    return list(FindingOrder.DEFAULT, criteria);
  }

  List<StoredFinding> list(FindingOrder order, Criterion... criteria) {
    FindingQuery query =
        new FindingQuery(Set.of(TENANT.account()), TENANT.region(), List.of(criteria), order);
    return transactions.read(
        reading -> findings.list(reading, query, PageRequest.first(1000)).items());
  }
}
