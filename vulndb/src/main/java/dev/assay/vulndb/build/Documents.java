package dev.assay.vulndb.build;

import dev.assay.model.Advisory;
import dev.assay.model.AdvisoryId;
import dev.assay.model.SourceId;
import dev.assay.model.VulnerabilityId;
import dev.assay.vulndb.VulnerabilityDatabase;
import dev.assay.vulndb.file.Decoder;
import dev.assay.vulndb.file.Encoder;
import dev.assay.vulndb.record.Limits;
import dev.assay.vulndb.record.Moments;
import dev.assay.vulndb.record.Narrative;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// All advisories so far, as they came: what is needed to order and merge them in columns, the
/// rest in the spool.
final class Documents {
  /// `modified` of a document that does not say.
  static final long NOT_SAID = Long.MIN_VALUE;

  private static final int NO_DESCRIPTION = -1;

  private final Spool spool;
  private final Descriptions descriptions;
  private final Encoder encoder = new Encoder();

  private final Dictionary keys = new Dictionary();
  private final Dictionary vulnerabilities;
  private final Map<SourceId, Integer> sourceNumbers = new HashMap<>();
  private final List<SourceId> sources = new ArrayList<>();
  private final IntColumn key = new IntColumn();
  private final IntColumn source = new IntColumn();
  private final IntColumn bulletin = new IntColumn();
  private final IntColumn withdrawn = new IntColumn();
  private final LongColumn modified = new LongColumn();
  private final IntColumn description = new IntColumn();
  private final LongColumn detailPosition = new LongColumn();
  private final IntColumn detailLength = new IntColumn();
  private final IntColumn named = new IntColumn();
  private final IntColumn namedEnd = new IntColumn();
  private final IntColumn rowEnd = new IntColumn();

  Documents(Spool spool, Descriptions descriptions, Dictionary vulnerabilities) {
    this.spool = spool;
    this.descriptions = descriptions;
    this.vulnerabilities = vulnerabilities;
  }

  /// Adds an advisory, whose statements end at a row.
  void add(Advisory advisory, int endOfRows) {
    byte[] keyBytes =
        VulnerabilityDatabase.advisoryKey(advisory.source(), advisory.id())
            .getBytes(StandardCharsets.UTF_8);
    key.add(keys.numberOf(keyBytes, keyBytes.length));
    source.add(sourceNumbers.computeIfAbsent(advisory.source(), this::newSource));
    bulletin.add(advisory.kind() == Advisory.Kind.BULLETIN ? 1 : 0);
    withdrawn.add(advisory.withdrawn() == null ? 0 : 1);
    modified.add(advisory.modified() == null ? NOT_SAID : Moments.seconds(advisory.modified()));
    description.add(
        advisory.description().isEmpty()
            ? NO_DESCRIPTION
            : descriptions.numberOf(Limits.shorten(advisory.description(), Limits.DESCRIPTION)));
    for (VulnerabilityId vulnerability : new LinkedHashSet<>(advisory.vulnerabilities())) {
      byte[] id = vulnerability.value().getBytes(StandardCharsets.UTF_8);
      named.add(vulnerabilities.numberOf(id, id.length));
    }
    namedEnd.add(named.size());
    rowEnd.add(endOfRows);
    writeDetail(advisory);
  }

  private int newSource(SourceId first) {
    sources.add(first);
    return sources.size() - 1;
  }

  private void writeDetail(Advisory advisory) {
    encoder.clear();
    encoder.optionalText(
        advisory.vendorSeverity() == null
            ? null
            : Limits.shorten(advisory.vendorSeverity(), Limits.REMARK));
    Moments.write(encoder, advisory.withdrawn());
    new Narrative(
            advisory.title(),
            advisory.cvss(),
            advisory.cwes(),
            advisory.references(),
            advisory.aliases(),
            advisory.published(),
            advisory.modified(),
            advisory.disputed())
        .writeTo(encoder);
    detailPosition.add(spool.append(encoder.buffer(), encoder.length()));
    detailLength.add(encoder.length());
  }

  int size() {
    return key.size();
  }

  Dictionary keys() {
    return keys;
  }

  /// The documents of each key.
  IntColumn.Grouping byKey() {
    return key.groupedBy(keys.size());
  }

  Advisory.Kind kind(int document) {
    return bulletin.get(document) == 1 ? Advisory.Kind.BULLETIN : Advisory.Kind.VULNERABILITY;
  }

  boolean isWithdrawn(int document) {
    return withdrawn.get(document) == 1;
  }

  long modified(int document) {
    return modified.get(document);
  }

  boolean hasDescription(int document) {
    return description.get(document) != NO_DESCRIPTION;
  }

  int description(int document) {
    return description.get(document);
  }

  int firstRow(int document) {
    return document == 0 ? 0 : rowEnd.get(document - 1);
  }

  int rowEnd(int document) {
    return rowEnd.get(document);
  }

  /// The numbers of the vulnerabilities it names.
  List<Integer> vulnerabilities(int document) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = document == 0 ? 0 : namedEnd.get(document - 1); i < namedEnd.get(document); i++) {
      numbers.add(named.get(i));
    }
    return numbers;
  }

  int vulnerabilityCount(int document) {
    return namedEnd.get(document) - (document == 0 ? 0 : namedEnd.get(document - 1));
  }

  AdvisoryId id(int document) {
    String key = keyText(document);
    return new AdvisoryId(key.substring(key.indexOf('\n') + 1));
  }

  SourceId sourceId(int document) {
    return sources.get(source.get(document));
  }

  /// Source and id in UTF-8.
  byte[] key(int document) {
    return keys.bytes(key.get(document));
  }

  private String keyText(int document) {
    return new String(key(document), StandardCharsets.UTF_8);
  }

  /// Vendor severity, withdrawal and narrative, as they go into the file.
  byte[] detail(int document) {
    return spool.read(detailPosition.get(document), detailLength.get(document));
  }

  Narrative narrative(int document) {
    byte[] detail = detail(document);
    Decoder decoder = Decoder.of("build", detail, 0, detail.length);
    decoder.optionalText();
    Moments.read(decoder);
    return Narrative.readFrom(decoder);
  }
}
