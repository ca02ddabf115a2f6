package dev.assay.feeds;

import dev.assay.feeds.FeedReport.PassedOver;
import dev.assay.model.FeedRecord;
import dev.assay.model.RejectedRecord;
import dev.assay.model.SourceId;
import dev.assay.model.SourceInfo.DateOrigin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/// Hands records to the sink and counts what a {@link FeedReport} tells.
final class CompilationLog {
  /// What is rejected before it is known of which source it is.
  private static final SourceId NO_SOURCE = new SourceId("feed-files");

  private final FeedSink sink;
  private final Function<SourceId, String> titles;
  private final Map<List<String>, PassedOver> passedOver = new LinkedHashMap<>();
  private long records;
  private long rejected;

  CompilationLog(FeedSink sink, Function<SourceId, String> titles) {
    this.sink = sink;
    this.titles = titles;
  }

  /// What takes a source's records out of one file.
  Consumer<FeedRecord> source(SourceId source, FeedManifest.Facts facts) {
    return sink.source(
        source, titles.apply(source), facts.snapshotDate(), facts.dateFrom(), facts.licence());
  }

  void count(FeedRecord record) {
    if (record instanceof RejectedRecord) {
      rejected++;
    } else {
      records++;
    }
  }

  /// Rejects what is of no known source.
  void reject(String where, String why) {
    RejectedRecord record = new RejectedRecord(NO_SOURCE, where, why);
    count(record);
    sink.source(NO_SOURCE, "Feed files", null, DateOrigin.NONE, null).accept(record);
  }

  void passOver(String file, PassedOver.Kind kind, String what, String example) {
    passedOver.merge(
        List.of(file, what),
        new PassedOver(file, kind, what, 1, example),
        (known, _) -> new PassedOver(file, kind, what, known.count() + 1, known.example()));
  }

  /// What an importer left out on purpose.
  void leftOut(FeedImporter importer) {
    importer
        .skipped()
        .forEach(
            (what, count) ->
                passedOver.put(
                    List.of(importer.title(), what),
                    new PassedOver(importer.title(), PassedOver.Kind.LEFT_OUT, what, count, "")));
  }

  FeedReport report() {
    return new FeedReport(records, rejected, List.copyOf(passedOver.values()));
  }
}
