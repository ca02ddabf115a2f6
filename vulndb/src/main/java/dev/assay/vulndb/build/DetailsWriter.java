package dev.assay.vulndb.build;

import dev.assay.model.KnownExploited;
import dev.assay.model.SourceId;
import dev.assay.vulndb.file.DatabaseOutput;
import dev.assay.vulndb.file.Encoder;
import dev.assay.vulndb.file.GroupedRecordsWriter;
import dev.assay.vulndb.file.Section;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Writes the long part of vulnerabilities and advisories.
final class DetailsWriter {
  private static final int NOWHERE = -1;

  private final Documents documents;
  private final Descriptions descriptions;
  private final Statements statements;
  private final AdvisoryOrder advisories;
  private final VulnerabilityOrder vulnerabilities;
  private final Enrichments enrichments;
  private final IntColumn.Grouping enrichmentRows;
  private final EcosystemsWriter names;
  private final Precedence precedence;
  private final int[] recordOfDescription;
  private final Encoder record = new Encoder();

  DetailsWriter(
      Documents documents,
      Descriptions descriptions,
      Statements statements,
      AdvisoryOrder advisories,
      VulnerabilityOrder vulnerabilities,
      Enrichments enrichments,
      EcosystemsWriter names) {
    this.documents = documents;
    this.descriptions = descriptions;
    this.statements = statements;
    this.advisories = advisories;
    this.vulnerabilities = vulnerabilities;
    this.enrichments = enrichments;
    this.enrichmentRows = enrichments.byVulnerability();
    this.names = names;
    this.precedence = new Precedence(documents);
    this.recordOfDescription = new int[descriptions.size()];
    Arrays.fill(recordOfDescription, NOWHERE);
  }

  void write(DatabaseOutput output) throws IOException {
    Encoder[] directory = new Encoder[1];
    output.section(
        Section.DETAILS,
        sink -> {
          try (GroupedRecordsWriter groups = new GroupedRecordsWriter(sink)) {
            for (int number = 0; number < vulnerabilities.size(); number++) {
              writeVulnerability(number);
              groups.add(record);
            }
            for (int number = 0; number < advisories.size(); number++) {
              writeAdvisory(number);
              groups.add(record);
            }
            directory[0] = groups.finish();
          }
        });
    output.section(Section.DETAIL_GROUPS, directory[0]);
  }

  private void writeVulnerability(int number) {
    List<Integer> naming = vulnerabilities.advisories(number);
    List<Integer> heads = naming.stream().map(advisories::head).toList();
    MergedVulnerability merged = new MergedVulnerability(vulnerabilities.id(number));
    precedence.describing(heads).forEach(document -> merged.describe(documents, document));
    if (!merged.hasDescription()) {
      precedence.mentioning(heads).forEach(document -> merged.mention(documents, document));
    }
    List<Enrichments.Kept> kept = enrichments(number);
    Set<SourceId> sources = new TreeSet<>();
    heads.forEach(document -> sources.add(documents.sourceId(document)));
    for (Enrichments.Kept each : kept) {
      sources.add(each.enrichment().source());
      if (each.enrichment().statement() instanceof KnownExploited entry) {
        merged.titleIfMissing(entry.name());
      }
    }
    record.clear();
    writeDescription(merged.description(), number);
    merged.narrative().writeTo(record);
    record.number(kept.size());
    kept.forEach(each -> enrichments.copyTo(each, record));
    record.number(sources.size());
    sources.forEach(source -> record.text(source.value()));
    writeDifferences(naming);
  }

  private List<Enrichments.Kept> enrichments(int number) {
    int inDictionary = vulnerabilities.inDictionary(number);
    List<Integer> rows = new ArrayList<>();
    for (int nth = 0; nth < enrichmentRows.count(inDictionary); nth++) {
      rows.add(enrichmentRows.index(inDictionary, nth));
    }
    return rows.isEmpty() ? List.of() : enrichments.kept(rows, vulnerabilities.id(number));
  }

  private void writeAdvisory(int number) {
    int head = advisories.head(number);
    record.clear();
    writeDescription(
        documents.hasDescription(head)
            ? documents.description(head)
            : MergedVulnerability.NO_DESCRIPTION,
        vulnerabilities.size() + number);
    byte[] detail = documents.detail(head);
    record.bytes(detail, 0, detail.length);
    writeDifferences(nameLocations(number));
  }

  /// The places of the names that an advisory has statements on, ascending.
  private List<Integer> nameLocations(int advisory) {
    Set<Integer> locations = new TreeSet<>();
    for (int nth = 0; nth < advisories.documentCount(advisory); nth++) {
      int document = advisories.document(advisory, nth);
      for (int row = documents.firstRow(document); row < documents.rowEnd(document); row++) {
        if (!advisories.isDropped(row)) {
          locations.add(names.location(statements.name(row)));
        }
      }
    }
    return List.copyOf(locations);
  }

  /// A description is written with the first record that has it; the others refer to that.
  private void writeDescription(int description, int recordNumber) {
    if (description == MergedVulnerability.NO_DESCRIPTION) {
      record.number(0);
    } else if (recordOfDescription[description] == NOWHERE) {
      recordOfDescription[description] = recordNumber;
      byte[] text = descriptions.text(description);
      record.number(1).number(text.length).bytes(text, 0, text.length);
    } else {
      record.number(2L + recordOfDescription[description]);
    }
  }

  private void writeDifferences(List<Integer> ascending) {
    record.number(ascending.size());
    int before = 0;
    for (int each : ascending) {
      record.number(each - before);
      before = each;
    }
  }
}
