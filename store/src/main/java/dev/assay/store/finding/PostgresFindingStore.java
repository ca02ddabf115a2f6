package dev.assay.store.finding;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.assay.assessment.finding.ContentHash;
import dev.assay.assessment.finding.FindingChange;
import dev.assay.assessment.finding.FindingContent;
import dev.assay.assessment.finding.FindingCount;
import dev.assay.assessment.finding.FindingId;
import dev.assay.assessment.finding.FindingKey;
import dev.assay.assessment.finding.FindingStatus;
import dev.assay.assessment.finding.FindingStore;
import dev.assay.assessment.finding.FindingType;
import dev.assay.assessment.finding.KnownFinding;
import dev.assay.assessment.finding.StoredFinding;
import dev.assay.assessment.query.FindingQuery;
import dev.assay.assessment.query.Page;
import dev.assay.assessment.query.PageRequest;
import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.suppression.FilterStore;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import dev.assay.store.Handles;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Findings in the tables of that name.
public final class PostgresFindingStore implements FindingStore {
  private static final int REMEMBERED_HASHES = 20_000;

  private final FilterStore filters;
  private final Cache<FindingContent, ContentHash> hashes =
      Caffeine.newBuilder().maximumSize(REMEMBERED_HASHES).build();

  public PostgresFindingStore(FilterStore filters) {
    this.filters = filters;
  }

  @Override
  public ContentHash hash(FindingContent content) {
    return hashes.get(content, each -> ContentDocument.of(each).hash());
  }

  @Override
  public List<KnownFinding> ofResource(Reading transaction, Resource resource) {
    return Handles.of(transaction)
        .select(
            "select id, type, rule, status, content, closed_at from finding where resource = ?",
            resource.number())
        .map(
            (row, context) -> {
              @Nullable Timestamp closed = row.getTimestamp("closed_at");
              return new KnownFinding(
                  new FindingId(row.getString("id")),
                  new FindingKey(FindingType.valueOf(row.getString("type")), row.getString("rule")),
                  FindingStatus.valueOf(row.getString("status")),
                  new ContentHash(row.getString("content")),
                  closed == null ? null : closed.toInstant());
            })
        .list();
  }

  @Override
  public void apply(
      Writing transaction, Resource resource, List<FindingChange> changes, Instant now) {
    if (!changes.isEmpty()) {
      new FindingWrites(Handles.of(transaction), resource, now).write(changes);
    }
    suppression(transaction, resource.key().tenant(), now).of(resource);
  }

  @Override
  public void suppress(Writing transaction, Tenant tenant, Instant now) {
    suppression(transaction, tenant, now).ofAll();
  }

  private Suppression suppression(Writing transaction, Tenant tenant, Instant now) {
    return new Suppression(Handles.of(transaction), tenant, filters.all(transaction, tenant), now);
  }

  @Override
  public Page<StoredFinding> list(Reading transaction, FindingQuery query, PageRequest page) {
    return new FindingListing(Handles.of(transaction), query).page(page);
  }

  @Override
  public List<StoredFinding> find(Reading transaction, Tenant tenant, Collection<FindingId> ids) {
    return Handles.of(transaction)
        .createQuery(
            FindingRow.SELECT
                + "where f.account = :account and f.region = :region and f.id = any(:ids)")
        .bind("account", tenant.account().value())
        .bind("region", tenant.region().value())
        .bind("ids", ids.stream().map(FindingId::hex).toArray(String[]::new))
        .map((row, context) -> FindingRow.read(row))
        .list();
  }

  @Override
  public List<FindingCount> counts(Reading transaction, Tenant tenant) {
    return Handles.of(transaction)
        .select(
            """
            select status, type, severity, sum(change) as total from finding_count
            where account = ? and region = ? group by status, type, severity
            having sum(change) <> 0 order by status, type, severity
            """,
            tenant.account().value(),
            tenant.region().value())
        .map(
            (row, context) ->
                new FindingCount(
                    FindingStatus.valueOf(row.getString("status")),
                    FindingType.valueOf(row.getString("type")),
                    SeverityRank.severity(row.getInt("severity")),
                    row.getLong("total")))
        .list();
  }

  @Override
  public int expire(Writing transaction, Instant closedBefore) {
    return Handles.of(transaction)
        .createUpdate("delete from finding where closed_at < :before")
        .bind("before", closedBefore)
        .execute();
  }

  /// A writer that relies on a content not used for long writes that down first, so that the two
  /// meet in the content's row; see {@link FindingWrites}.
  @Override
  public int forgetContents(Writing transaction, Instant unusedSince) {
    return Handles.of(transaction)
        .createUpdate(
            """
            delete from finding_content c where c.used_at < :before
              and not exists (select from finding f where f.content = c.hash)
            """)
        .bind("before", unusedSince)
        .execute();
  }
}
