package dev.assay.vulndb.build;

import dev.assay.model.EpssScore;
import dev.assay.model.KnownExploit;
import dev.assay.model.KnownExploited;
import dev.assay.model.SourceId;
import dev.assay.model.SsvcDecision;
import dev.assay.model.VulnerabilityId;
import dev.assay.vulndb.file.Decoder;
import dev.assay.vulndb.file.Encoder;
import dev.assay.vulndb.record.Enrichment;
import dev.assay.vulndb.record.Limits;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What is known of vulnerabilities beside advisories, so far. Of several KEV entries, EPSS scores
/// or SSVC decisions on one vulnerability one is kept: the EPSS score of the latest day, the
/// others by the order of their sources' names; of exploits all, up to {@link Limits#EXPLOITS}.
final class Enrichments {
  private final Dictionary vulnerabilities;
  private final Dictionary contents = new Dictionary();
  private final IntColumn vulnerability = new IntColumn();
  private final IntColumn content = new IntColumn();
  private final Encoder encoder = new Encoder();

  Enrichments(Dictionary vulnerabilities) {
    this.vulnerabilities = vulnerabilities;
  }

  void add(SourceId source, KnownExploited entry) {
    Enrichment.write(encoder.clear(), source, entry);
    addRow(entry.vulnerability());
  }

  void add(SourceId source, EpssScore score) {
    Enrichment.write(encoder.clear(), source, score);
    addRow(score.vulnerability());
  }

  void add(SourceId source, SsvcDecision decision) {
    Enrichment.write(encoder.clear(), source, decision);
    addRow(decision.vulnerability());
  }

  void add(KnownExploit exploit) {
    Enrichment.write(encoder.clear(), exploit);
    addRow(exploit.vulnerability());
  }

  private void addRow(VulnerabilityId id) {
    byte[] utf8 = id.value().getBytes(StandardCharsets.UTF_8);
    vulnerability.add(vulnerabilities.numberOf(utf8, utf8.length));
    content.add(contents.numberOf(encoder));
  }

  IntColumn.Grouping byVulnerability() {
    return vulnerability.groupedBy(vulnerabilities.size());
  }

  /// Those kept of the rows of one vulnerability, in an order that does not depend on the order
  /// they came in.
  List<Kept> kept(List<Integer> rows, VulnerabilityId id) {
    List<Kept> all = new ArrayList<>();
    for (int number : rows.stream().map(content::get).distinct().toList()) {
      Decoder decoder = contents.decoder(number);
      all.add(new Kept(number, Enrichment.readFrom(decoder, id)));
    }
    all.sort(
        Comparator.comparing(Enrichments::latestFirst)
            .thenComparing(each -> each.enrichment().source())
            .thenComparing(Kept::number, contents::compare));
    List<Kept> kept = new ArrayList<>();
    int exploits = 0;
    for (Kept each : all) {
      boolean isExploit = each.enrichment().statement() instanceof KnownExploit;
      boolean fits = isExploit ? exploits < Limits.EXPLOITS : !hasKind(kept, each);
      if (fits) {
        kept.add(each);
        exploits += isExploit ? 1 : 0;
      }
    }
    return kept;
  }

  void copyTo(Kept kept, Encoder into) {
    contents.copyTo(kept.number(), into);
  }

  private static boolean hasKind(List<Kept> kept, Kept other) {
    Class<?> kind = other.enrichment().statement().getClass();
    return kept.stream().anyMatch(each -> each.enrichment().statement().getClass() == kind);
  }

  private static long latestFirst(Kept kept) {
    return kept.enrichment().statement() instanceof EpssScore score
        ? -score.date().toEpochDay()
        : LocalDate.MAX.toEpochDay();
  }

  record Kept(int number, Enrichment enrichment) {}
}
