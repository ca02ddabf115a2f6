package dev.assay.vulndb.build;

import dev.assay.model.Ecosystem;
import dev.assay.model.ReleaseLife;
import dev.assay.model.SourceId;
import dev.assay.model.VulnerabilityId;
import dev.assay.vulndb.file.DatabaseOutput;
import dev.assay.vulndb.file.Encoder;
import dev.assay.vulndb.file.KeyIndexWriter;
import dev.assay.vulndb.file.RecordTableWriter;
import dev.assay.vulndb.file.Section;
import dev.assay.vulndb.record.AdvisoryHead;
import dev.assay.vulndb.record.Lives;
import dev.assay.vulndb.record.Moments;
import dev.assay.vulndb.record.Sources;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/// Writes all sections from what the builder has gathered, which it does not change.
final class DatabaseWriter {
  private final Instant built;
  private final VulnerabilityDatabaseBuilder.Purpose purpose;
  private final Documents documents;
  private final Descriptions descriptions;
  private final Statements statements;
  private final Enrichments enrichments;
  private final Map<SourceId, SourceTally> tallies;
  private final Map<Ecosystem, ReleaseLife> lives;
  private final AdvisoryOrder advisories;
  private final VulnerabilityOrder vulnerabilities;

  DatabaseWriter(
      Instant built,
      VulnerabilityDatabaseBuilder.Purpose purpose,
      Documents documents,
      Descriptions descriptions,
      Statements statements,
      Dictionary vulnerabilityIds,
      Enrichments enrichments,
      Map<SourceId, SourceTally> tallies,
      Map<Ecosystem, ReleaseLife> lives) {
    this.built = built;
    this.purpose = purpose;
    this.documents = documents;
    this.descriptions = descriptions;
    this.statements = statements;
    this.enrichments = enrichments;
    this.tallies = tallies;
    this.lives = lives;
    this.advisories = new AdvisoryOrder(documents, statements);
    this.vulnerabilities =
        new VulnerabilityOrder(vulnerabilityIds, documents, advisories, stating());
  }

  /// Writes what is behind the header and returns the header.
  byte[] write(OutputStream body) throws IOException {
    DatabaseOutput output = new DatabaseOutput(body);
    AttributeNumbers attributes = new AttributeNumbers(statements);
    writeTable(output, attributes.table(), Section.ATTRIBUTE_POSITIONS, Section.ATTRIBUTES);
    EcosystemsWriter ecosystems =
        new EcosystemsWriter(
            statements,
            advisories,
            new BlockEncoder(statements, documents, advisories, attributes));
    ecosystems.write(output);
    writeAdvisories(output);
    writeVulnerabilityKeys(output);
    new DetailsWriter(
            documents,
            descriptions,
            statements,
            advisories,
            vulnerabilities,
            enrichments,
            ecosystems)
        .write(output);
    writeLives(output);
    output.section(Section.INFO, info());
    return output.finish();
  }

  /// The advisories that have statements.
  private BitSet stating() {
    BitSet stating = new BitSet();
    for (int row = 0; row < statements.size(); row++) {
      if (!advisories.isDropped(row)) {
        stating.set(advisories.advisory(row));
      }
    }
    return stating;
  }

  private void writeAdvisories(DatabaseOutput output) throws IOException {
    List<SourceId> sources = List.copyOf(tallies.keySet());
    RecordTableWriter heads = new RecordTableWriter();
    KeyIndexWriter keys = new KeyIndexWriter();
    for (int number = 0; number < advisories.size(); number++) {
      int document = advisories.head(number);
      AdvisoryHead head = head(document);
      head.writeTo(heads.next(), sources.indexOf(head.source()));
      byte[] key = documents.key(document);
      keys.add(key, key.length, number);
    }
    writeTable(output, heads, Section.ADVISORY_POSITIONS, Section.ADVISORIES);
    writeIndex(output, keys, Section.ADVISORY_KEYS, Section.ADVISORY_SLOTS);
  }

  private AdvisoryHead head(int document) {
    List<VulnerabilityId> named = new ArrayList<>();
    for (int inDictionary : documents.vulnerabilities(document)) {
      named.add(vulnerabilities.idInDictionary(inDictionary));
    }
    return new AdvisoryHead(
        documents.sourceId(document),
        documents.id(document),
        documents.kind(document),
        documents.isWithdrawn(document),
        named);
  }

  private void writeVulnerabilityKeys(DatabaseOutput output) throws IOException {
    KeyIndexWriter keys = new KeyIndexWriter();
    for (int number = 0; number < vulnerabilities.size(); number++) {
      byte[] id = vulnerabilities.idBytes(number);
      keys.add(id, id.length, number);
    }
    writeIndex(output, keys, Section.VULNERABILITY_KEYS, Section.VULNERABILITY_SLOTS);
  }

  private void writeLives(DatabaseOutput output) throws IOException {
    Encoder records = new Encoder();
    KeyIndexWriter keys = new KeyIndexWriter();
    for (ReleaseLife life : lives.values()) {
      byte[] key = life.ecosystem().toString().getBytes(StandardCharsets.UTF_8);
      keys.add(key, key.length, records.length());
      Lives.write(records, life);
    }
    output.section(Section.LIVES, records);
    writeIndex(output, keys, Section.LIFE_KEYS, Section.LIFE_SLOTS);
  }

  private Encoder info() {
    Encoder info = new Encoder();
    Moments.write(info, built);
    info.octet(purpose == VulnerabilityDatabaseBuilder.Purpose.STARTER_SET ? 1 : 0);
    info.number(vulnerabilities.size()).number(vulnerabilities.affectingCount());
    info.number(tallies.size());
    tallies.keySet().forEach(source -> info.text(source.value()));
    AdvisoryCounts counts = new AdvisoryCounts(documents, advisories);
    tallies.forEach((source, tally) -> Sources.write(info, tally.info(counts.of(source))));
    return info;
  }

  private static void writeTable(
      DatabaseOutput output, RecordTableWriter table, Section positions, Section records)
      throws IOException {
    output.section(positions, table.positions());
    output.section(records, table.records());
  }

  private static void writeIndex(
      DatabaseOutput output, KeyIndexWriter index, Section keys, Section slots) throws IOException {
    output.section(keys, index.records());
    output.section(slots, index.slots());
  }
}
