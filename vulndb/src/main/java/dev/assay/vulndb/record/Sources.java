package dev.assay.vulndb.record;

import dev.assay.model.RejectedRecord;
import dev.assay.model.SourceId;
import dev.assay.model.SourceInfo;
import dev.assay.vulndb.file.Decoder;
import dev.assay.vulndb.file.Encoder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a database says of the sources it was built from.
public final class Sources {
  /// The numbers of the constants in a file.
  static final List<SourceInfo.DateOrigin> ORIGINS =
      List.of(
          SourceInfo.DateOrigin.MANIFEST,
          SourceInfo.DateOrigin.DOWNLOAD,
          SourceInfo.DateOrigin.FEED,
          SourceInfo.DateOrigin.NEWEST_RECORD,
          SourceInfo.DateOrigin.NONE);

  private Sources() {}

  public static void write(Encoder encoder, SourceInfo source) {
    encoder.text(source.id().value()).text(source.title());
    Moments.writeDay(encoder, source.snapshotDate());
    encoder.octet(ORIGINS.indexOf(source.dateFrom())).optionalText(source.licence());
    encoder.number(source.counts().size());
    for (Map.Entry<String, Long> count : source.counts().entrySet()) {
      encoder.text(count.getKey()).number(count.getValue());
    }
    encoder.number(source.rejectedCount()).number(source.rejectedExamples().size());
    for (RejectedRecord rejected : source.rejectedExamples()) {
      encoder.text(Limits.shorten(rejected.where(), Limits.REMARK));
      encoder.text(Limits.shorten(rejected.why(), Limits.REMARK));
    }
  }

  public static SourceInfo read(Decoder decoder) {
    SourceId id = new SourceId(Identifiers.nonBlank(decoder, decoder.text()));
    String title = decoder.text();
    LocalDate snapshot = Moments.readDay(decoder);
    SourceInfo.DateOrigin dateFrom = decoder.constant(ORIGINS);
    String licence = decoder.optionalText();
    Map<String, Long> counts = new LinkedHashMap<>();
    int kinds = decoder.count();
    for (int i = 0; i < kinds; i++) {
      counts.put(decoder.text(), decoder.longNumber());
    }
    long rejectedCount = decoder.longNumber();
    List<RejectedRecord> examples = new ArrayList<>();
    int exampleCount = decoder.count();
    for (int i = 0; i < exampleCount; i++) {
      examples.add(new RejectedRecord(id, decoder.text(), decoder.text()));
    }
    return new SourceInfo(id, title, snapshot, dateFrom, licence, counts, rejectedCount, examples);
  }
}
