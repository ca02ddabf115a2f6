package dev.assay.vulndb;

import dev.assay.model.Advisory;
import dev.assay.model.EpssScore;
import dev.assay.model.KnownExploit;
import dev.assay.model.KnownExploited;
import dev.assay.model.SourceId;
import dev.assay.model.SsvcDecision;
import dev.assay.model.Vulnerability;
import dev.assay.model.VulnerabilityId;
import dev.assay.vulndb.file.DatabaseFile;
import dev.assay.vulndb.file.Decoder;
import dev.assay.vulndb.file.GroupedRecords;
import dev.assay.vulndb.file.Section;
import dev.assay.vulndb.record.AdvisoryHead;
import dev.assay.vulndb.record.Enrichment;
import dev.assay.vulndb.record.Moments;
import dev.assay.vulndb.record.Narrative;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The long part of vulnerabilities and advisories: one sequence of records, vulnerabilities
/// first.
///
/// A description is written once: 0 for none, 1 and the text, or 2 and above for the description
/// of another record, which must be a text.
final class Details {
  private static final int NO_DESCRIPTION = 0;
  private static final int DESCRIPTION_FOLLOWS = 1;

  private final GroupedRecords records;
  private final long vulnerabilityCount;

  Details(DatabaseFile file, long vulnerabilityCount) {
    this.records =
        new GroupedRecords(file.section(Section.DETAIL_GROUPS), file.section(Section.DETAILS));
    this.vulnerabilityCount = vulnerabilityCount;
  }

  Advisory advisory(long number, AdvisoryHead head) {
    Decoder decoder = records.record(vulnerabilityCount + number);
    String description = description(decoder);
    String vendorSeverity = decoder.optionalText();
    Instant withdrawn = Moments.read(decoder);
    Narrative narrative = Narrative.readFrom(decoder);
    return new Advisory(
        head.source(),
        head.id(),
        head.kind(),
        head.vulnerabilities(),
        narrative.aliases(),
        narrative.title(),
        description,
        vendorSeverity,
        narrative.cvss(),
        narrative.cwes(),
        narrative.references(),
        narrative.published(),
        narrative.modified(),
        withdrawn,
        narrative.disputed(),
        List.of());
  }

  /// The positions of the names that an advisory has statements on, ascending.
  List<Long> nameLocations(long number) {
    Decoder decoder = records.record(vulnerabilityCount + number);
    description(decoder);
    decoder.optionalText();
    Moments.read(decoder);
    Narrative.readFrom(decoder);
    return differences(decoder);
  }

  Vulnerability vulnerability(long number, VulnerabilityId id) {
    Decoder decoder = records.record(number);
    String description = description(decoder);
    Narrative narrative = Narrative.readFrom(decoder);
    KnownExploited knownExploited = null;
    EpssScore epss = null;
    SsvcDecision ssvc = null;
    List<KnownExploit> exploits = new ArrayList<>();
    int count = decoder.count();
    for (int i = 0; i < count; i++) {
      switch (Enrichment.readFrom(decoder, id).statement()) {
        case KnownExploited entry -> knownExploited = entry;
        case EpssScore score -> epss = score;
        case SsvcDecision decision -> ssvc = decision;
        case KnownExploit exploit -> exploits.add(exploit);
        default -> throw decoder.corrupt("an unknown enrichment");
      }
    }
    return new Vulnerability(
        id,
        narrative.aliases(),
        narrative.title(),
        description,
        narrative.cvss(),
        narrative.cwes(),
        narrative.references(),
        narrative.published(),
        narrative.modified(),
        narrative.disputed(),
        knownExploited,
        epss,
        exploits,
        ssvc,
        sources(decoder));
  }

  /// The numbers of the advisories that name a vulnerability, ascending.
  List<Long> advisories(long number, VulnerabilityId id) {
    Decoder decoder = records.record(number);
    description(decoder);
    Narrative.readFrom(decoder);
    int count = decoder.count();
    for (int i = 0; i < count; i++) {
      Enrichment.readFrom(decoder, id);
    }
    sources(decoder);
    return differences(decoder);
  }

  private static List<SourceId> sources(Decoder decoder) {
    int count = decoder.count();
    List<SourceId> sources = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sources.add(new SourceId(decoder.text()));
    }
    return sources;
  }

  private static List<Long> differences(Decoder decoder) {
    int count = decoder.count();
    List<Long> numbers = new ArrayList<>();
    long number = 0;
    for (int i = 0; i < count; i++) {
      number += decoder.number();
      numbers.add(number);
    }
    return numbers;
  }

  private String description(Decoder decoder) {
    int kind = decoder.number();
    if (kind <= DESCRIPTION_FOLLOWS) {
      return kind == NO_DESCRIPTION ? "" : decoder.text();
    }
    Decoder other = records.record(kind - 2L);
    if (other.number() != DESCRIPTION_FOLLOWS) {
      throw decoder.corrupt("a description that is not where it should be");
    }
    return other.text();
  }
}
