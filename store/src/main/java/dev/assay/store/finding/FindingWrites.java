package dev.assay.store.finding;

import dev.assay.assessment.finding.FindingChange;
import dev.assay.assessment.finding.FindingChange.Judged;
import dev.assay.assessment.finding.FindingFacets;
import dev.assay.assessment.finding.FindingFacets.PackageFacet;
import dev.assay.assessment.finding.FindingId;
import dev.assay.assessment.finding.ObservedFinding;
import dev.assay.assessment.resource.Resource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Writes what an assessment changed: contents first, in the order of their hashes so that two
/// transactions never wait for each other in a circle, then findings, each kind in one batch.
final class FindingWrites {
  private final Handle handle;
  private final Resource resource;
  private final Instant now;

  FindingWrites(Handle handle, Resource resource, Instant now) {
    this.handle = handle;
    this.resource = resource;
    this.now = now;
  }

  void write(List<FindingChange> changes) {
    List<Observed> opened = new ArrayList<>();
    List<Observed> updated = new ArrayList<>();
    List<FindingId> closed = new ArrayList<>();
    for (FindingChange change : changes) {
      switch (change) {
        case FindingChange.Opened(FindingId id, Judged judged) ->
            opened.add(new Observed(id, judged));
        case FindingChange.Reopened(FindingId id, Judged judged) ->
            updated.add(new Observed(id, judged));
        case FindingChange.Updated(FindingId id, Judged judged) ->
            updated.add(new Observed(id, judged));
        case FindingChange.Closed(FindingId id) -> closed.add(id);
      }
    }
    keepContents(opened, updated);
    open(opened);
    update(updated);
    close(closed);
  }

  private record Observed(FindingId id, Judged judged) {}

  private void keepContents(List<Observed> opened, List<Observed> updated) {
    Map<String, ObservedFinding> wanted = new TreeMap<>();
    for (List<Observed> observed : List.of(opened, updated)) {
      observed.forEach(one -> wanted.put(one.judged().contentHash().hex(), one.judged().finding()));
    }
    if (wanted.isEmpty()) {
      return;
    }
    Set<String> known =
        new HashSet<>(
            handle
                .createQuery("select hash from finding_content where hash = any(:hashes)")
                .bind("hashes", wanted.keySet().toArray(String[]::new))
                .mapTo(String.class)
                .list());
    Map<String, ObservedFinding> fresh = new TreeMap<>(wanted);
    fresh.keySet().removeAll(known);
    if (!fresh.isEmpty()) {
      add(fresh);
    }
  }

  private void add(Map<String, ObservedFinding> contents) {
    PreparedBatch documents =
        handle.prepareBatch(
            """
            insert into finding_content (hash, document) values (:hash, :document)
            on conflict do nothing
            """);
    contents.forEach(
        (hash, finding) ->
            documents
                .bind("hash", hash)
                .bind("document", ContentDocument.of(finding.content()).bytes())
                .add());
    documents.execute();
    PreparedBatch packages =
        handle.prepareBatch(
            """
            insert into finding_content_package
              (hash, name, version, epoch, release, architecture, file_path)
            values (:hash, :name, :version, :epoch, :release, :architecture, :filePath)
            """);
    PreparedBatch aliases =
        handle.prepareBatch("insert into finding_content_alias (hash, name) values (:hash, :name)");
    contents.forEach(
        (hash, finding) -> {
          finding.facets().packages().forEach(one -> bind(packages, hash, one).add());
          finding
              .facets()
              .related()
              .forEach(name -> aliases.bind("hash", hash).bind("name", name).add());
        });
    executeUnlessEmpty(packages);
    executeUnlessEmpty(aliases);
  }

  private static PreparedBatch bind(PreparedBatch batch, String hash, PackageFacet one) {
    return batch
        .bind("hash", hash)
        .bind("name", one.name())
        .bind("version", one.version())
        .bind("epoch", one.epoch())
        .bind("release", one.release())
        .bind("architecture", one.architecture())
        .bind("filePath", one.filePath());
  }

  /// A finding that was closed too long ago to come back begins anew in its place.
  private void open(List<Observed> findings) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into finding as f
              (id, account, region, resource, resource_type, type, rule, status, severity, title, score, epss,
              fix, exploit, source, vendor_severity, first_observed_at, last_observed_at, updated_at,
              content)
            values (:id, :account, :region, :resource, :resourceType, :type, :rule, 'ACTIVE', :severity,
              :title, :score, :epss, :fix, :exploit, :source, :vendorSeverity, :now, :now, :now, :content)
            on conflict (resource, type, rule) do update set
              status = 'ACTIVE', severity = excluded.severity, title = excluded.title,
              score = excluded.score, epss = excluded.epss, fix = excluded.fix,
              exploit = excluded.exploit, source = excluded.source,
              vendor_severity = excluded.vendor_severity,
              first_observed_at = excluded.first_observed_at,
              last_observed_at = excluded.last_observed_at, updated_at = excluded.updated_at,
              closed_at = null, content = excluded.content
            """);
    findings.forEach(
        finding ->
            bind(batch, finding)
                .bind("account", resource.key().tenant().account().value())
                .bind("region", resource.key().tenant().region().value())
                .bind("resource", resource.number())
                .bind("resourceType", resource.key().type().name())
                .bind("type", finding.judged().finding().key().type().name())
                .bind("rule", finding.judged().finding().key().rule())
                .add());
    executeUnlessEmpty(batch);
  }

  private void update(List<Observed> findings) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            update finding set
              status = case when status = 'CLOSED' then 'ACTIVE' else status end,
              severity = :severity, title = :title, score = :score, epss = :epss, fix = :fix,
              exploit = :exploit, source = :source, vendor_severity = :vendorSeverity,
              last_observed_at = :now, updated_at = :now, closed_at = null, content = :content
            where id = :id
            """);
    findings.stream()
        .sorted(Comparator.comparing(finding -> finding.id().hex()))
        .forEach(finding -> bind(batch, finding).add());
    executeUnlessEmpty(batch);
  }

  private PreparedBatch bind(PreparedBatch batch, Observed finding) {
    FindingFacets facets = finding.judged().finding().facets();
    return batch
        .bind("id", finding.id().hex())
        .bind("severity", SeverityRank.of(facets.severity()))
        .bind("title", facets.title())
        .bind("score", facets.score())
        .bind("epss", facets.epss())
        .bind("fix", facets.fix() == null ? null : facets.fix().name())
        .bind("exploit", facets.exploitAvailable())
        .bind("source", facets.source())
        .bind("vendorSeverity", facets.vendorSeverity())
        .bind("now", now)
        .bind("content", finding.judged().contentHash().hex());
  }

  private void close(List<FindingId> findings) {
    if (!findings.isEmpty()) {
      handle
          .createUpdate(
              """
              update finding set status = 'CLOSED', closed_at = :now, updated_at = :now
              where id = any(:ids)
              """)
          .bind("ids", findings.stream().map(FindingId::hex).toArray(String[]::new))
          .bind("now", now)
          .execute();
    }
  }

  private static void executeUnlessEmpty(PreparedBatch batch) {
    if (batch.size() > 0) {
      batch.execute();
    }
  }
}
