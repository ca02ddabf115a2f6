package dev.assay.feeds.osv;

import dev.assay.feeds.MalformedRecordException;
import dev.assay.feeds.cvss.CvssVectors;
import dev.assay.feeds.json.JsonValue;
import dev.assay.model.Advisory;
import dev.assay.model.AdvisoryId;
import dev.assay.model.AffectedPackage;
import dev.assay.model.CvssScore;
import dev.assay.model.FeedRecord;
import dev.assay.model.RejectedRecord;
import dev.assay.model.VulnerabilityId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Turns one OSV document into its publisher's advisory; what of it cannot be understood is
/// rejected alone.
final class OsvReading {
  /// Some documents refer to hundreds of bug reports; these are enough to read on.
  private static final int REFERENCES = 20;

  private final OsvPublisher publisher;
  private final OsvDialect dialect;
  private final OsvDocument document;
  private final String where;
  private final Consumer<FeedRecord> sink;

  OsvReading(
      OsvPublisher publisher, OsvDocument document, String where, Consumer<FeedRecord> sink) {
    this.publisher = publisher;
    this.dialect = publisher.dialect();
    this.document = document;
    this.where = where;
    this.sink = sink;
  }

  void read() {
    boolean record = document.isCveRecord();
    Collection<String> about = record ? Set.of(document.plainId()) : document.cves();
    if (about.isEmpty()) {
      about = dialect.withoutCve(document);
    }
    JsonValue json = document.json();
    sink.accept(
        new Advisory(
            publisher.source(),
            new AdvisoryId(document.plainId()),
            record ? Advisory.Kind.VULNERABILITY : Advisory.Kind.BULLETIN,
            vulnerabilities(about),
            record ? vulnerabilities(document.aliases()) : List.of(),
            document.summary(),
            document.details(),
            dialect.severity(document),
            cvss(),
            List.of(),
            references(),
            json.optionalInstant("published"),
            json.optionalInstant("modified"),
            json.optionalInstant("withdrawn"),
            document.isDisputed(),
            affected()));
  }

  private static List<VulnerabilityId> vulnerabilities(Collection<String> names) {
    return names.stream().filter(name -> !name.isBlank()).map(VulnerabilityId::new).toList();
  }

  private List<AffectedPackage> affected() {
    Set<AffectedPackage> statements = new LinkedHashSet<>();
    for (JsonValue affected : document.affected()) {
      try {
        if (publisher.owns(OsvDocument.ecosystem(affected))) {
          statements.addAll(dialect.statements(document, affected));
        }
      } catch (MalformedRecordException malformed) {
        reject(malformed);
      }
    }
    return List.copyOf(statements);
  }

  private List<CvssScore> cvss() {
    List<CvssScore> scores = new ArrayList<>();
    for (JsonValue severity : document.json().elements("severity")) {
      try {
        if (severity.text("type").startsWith("CVSS_")) {
          scores.add(CvssVectors.score(dialect.scorer(), severity.text("score")));
        }
      } catch (MalformedRecordException malformed) {
        reject(malformed);
      }
    }
    return scores;
  }

  private List<String> references() {
    OsvDialect.OwnPage own = dialect.page(document);
    Set<String> ordered = new LinkedHashSet<>();
    if (own.url() != null) {
      ordered.add(own.url());
    }
    List<String> all = document.references();
    all.stream().filter(url -> url.contains("//" + own.host() + "/")).forEach(ordered::add);
    ordered.addAll(all);
    return ordered.stream().limit(REFERENCES).toList();
  }

  private void reject(MalformedRecordException malformed) {
    sink.accept(new RejectedRecord(publisher.source(), where, malformed.problem()));
  }
}
