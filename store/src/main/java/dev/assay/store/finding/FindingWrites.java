package dev.assay.store.finding;

import dev.assay.assessment.finding.FindingChange;
import dev.assay.assessment.finding.FindingChange.Judged;
import dev.assay.assessment.finding.FindingFacets;
import dev.assay.assessment.finding.FindingFacets.PackageFacet;
import dev.assay.assessment.finding.FindingId;
import dev.assay.assessment.finding.ObservedFinding;
import dev.assay.assessment.resource.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/// Writes what an assessment changed: contents first, in the order of their hashes so that two
/// transactions never wait for each other in a circle, then findings, each kind in one batch.
final class FindingWrites {
  /// Observed findings as a table: one statement for all of them, so that the triggers run once.
  private static final String GIVEN =
      """
      from unnest(:ids, :types, :rules, :severities, :titles, :scores, :epss, :fixes, :exploits,
          :sources, :vendorSeverities, :contents)
        as given (id, type, rule, severity, title, score, epss, fix, exploit, source,
          vendor_severity, content)
      """;

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

  private record Observed(FindingId id, Judged judged) {
    FindingFacets facets() {
      return judged.finding().facets();
    }
  }

  private void keepContents(List<Observed> opened, List<Observed> updated) {
    Map<String, ObservedFinding> wanted = new TreeMap<>();
    for (List<Observed> observed : List.of(opened, updated)) {
      observed.forEach(one -> wanted.put(one.judged().contentHash().hex(), one.judged().finding()));
    }
    if (wanted.isEmpty()) {
      return;
    }
    Map<String, Instant> known =
        handle
            .createQuery("select hash, used_at from finding_content where hash = any(:hashes)")
            .bind("hashes", wanted.keySet().toArray(String[]::new))
            .collectRows(
                Collectors.toMap(
                    row -> row.getColumn("hash", String.class),
                    row -> row.getColumn("used_at", Instant.class)));
    useAgain(known);
    Map<String, ObservedFinding> fresh = new TreeMap<>(wanted);
    fresh.keySet().removeAll(known.keySet());
    if (!fresh.isEmpty()) {
      add(fresh);
    }
  }

  /// Says of contents that were not used for a day that they are, so that nobody takes them away
  /// before they are: whoever was doing just that makes this transaction run again.
  private void useAgain(Map<String, Instant> known) {
    Instant lately = now.minus(Duration.ofDays(1));
    String[] idle =
        known.entrySet().stream()
            .filter(content -> content.getValue().isBefore(lately))
            .map(Map.Entry::getKey)
            .toArray(String[]::new);
    if (idle.length > 0) {
      handle
          .createUpdate("update finding_content set used_at = :now where hash = any(:hashes)")
          .bind("now", now)
          .bind("hashes", idle)
          .execute();
    }
  }

  private void add(Map<String, ObservedFinding> contents) {
    PreparedBatch documents =
        handle.prepareBatch(
            """
            insert into finding_content (hash, document, used_at) values (:hash, :document, :now)
            on conflict do nothing
            """);
    contents.forEach(
        (hash, finding) ->
            documents
                .bind("hash", hash)
                .bind("document", ContentDocument.of(finding.content()).bytes())
                .bind("now", now)
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
    new ReachablePortsRows(handle).add(contents);
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
    if (findings.isEmpty()) {
      return;
    }
    given(
            handle.createUpdate(
                """
                insert into finding as f
                  (id, account, region, resource, resource_type, type, rule, status, severity,
                  title, score, epss, fix, exploit, source, vendor_severity, first_observed_at,
                  last_observed_at, updated_at, content)
                select given.id, :account, :region, :resource, :resourceType, given.type, given.rule,
                  'ACTIVE', given.severity, given.title, given.score, given.epss, given.fix, given.exploit,
                  given.source, given.vendor_severity, :now, :now, :now, given.content
                """
                    + GIVEN
                    + """
                on conflict (resource, type, rule) do update set
                  status = 'ACTIVE', severity = excluded.severity, title = excluded.title,
                  score = excluded.score, epss = excluded.epss, fix = excluded.fix,
                  exploit = excluded.exploit, source = excluded.source,
                  vendor_severity = excluded.vendor_severity,
                  first_observed_at = excluded.first_observed_at,
                  last_observed_at = excluded.last_observed_at, updated_at = excluded.updated_at,
                  closed_at = null, content = excluded.content
                """),
            findings)
        .bind("account", resource.key().tenant().account().value())
        .bind("region", resource.key().tenant().region().value())
        .bind("resource", resource.number())
        .bind("resourceType", resource.key().type().name())
        .bind("now", now)
        .execute();
  }

  private void update(List<Observed> findings) {
    if (findings.isEmpty()) {
      return;
    }
    given(
            handle.createUpdate(
                """
                update finding f set
                  status = case when f.status = 'CLOSED' then 'ACTIVE' else f.status end,
                  severity = given.severity, title = given.title, score = given.score,
                  epss = given.epss, fix = given.fix, exploit = given.exploit,
                  source = given.source, vendor_severity = given.vendor_severity,
                  last_observed_at = :now, updated_at = :now, closed_at = null,
                  content = given.content
                """
                    + GIVEN
                    + "where f.id = given.id"),
            findings)
        .bind("now", now)
        .execute();
  }

  private static Update given(Update update, List<Observed> findings) {
    return update
        .bind("ids", texts(findings, one -> one.id().hex()))
        .bind("types", texts(findings, one -> one.judged().finding().key().type().name()))
        .bind("rules", texts(findings, one -> one.judged().finding().key().rule()))
        .bind(
            "severities",
            findings.stream()
                .map(one -> SeverityRank.of(one.facets().severity()))
                .toArray(Integer[]::new))
        .bind("titles", texts(findings, one -> one.facets().title()))
        .bind("scores", numbers(findings, one -> one.facets().score()))
        .bind("epss", numbers(findings, one -> one.facets().epss()))
        .bind("fixes", texts(findings, one -> name(one.facets().fix())))
        .bind(
            "exploits",
            findings.stream().map(one -> one.facets().exploitAvailable()).toArray(Boolean[]::new))
        .bind("sources", texts(findings, one -> one.facets().source()))
        .bind("vendorSeverities", texts(findings, one -> one.facets().vendorSeverity()))
        .bind("contents", texts(findings, one -> one.judged().contentHash().hex()));
  }

  private static @Nullable String[] texts(
      List<Observed> findings, Function<Observed, @Nullable String> member) {
    return findings.stream().map(member).toArray(String[]::new);
  }

  private static @Nullable Double[] numbers(
      List<Observed> findings, Function<Observed, @Nullable Double> member) {
    return findings.stream().map(member).toArray(Double[]::new);
  }

  private static @Nullable String name(@Nullable Enum<?> constant) {
    return constant == null ? null : constant.name();
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
