package dev.assay.vulndb.build;

import dev.assay.model.RejectedRecord;
import dev.assay.model.SourceId;
import dev.assay.model.SourceInfo;
import dev.assay.vulndb.record.Limits;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is counted of one source while its records come in.
final class SourceTally {
  private static final int REJECTED_EXAMPLES = 20;

  private final SourceId id;
  private final LocalDate lastDay;
  private String title;
  private @Nullable LocalDate snapshotDate;
  private SourceInfo.DateOrigin dateFrom = SourceInfo.DateOrigin.NONE;
  private @Nullable String licence;
  private @Nullable LocalDate newestRecord;
  private final Map<String, Long> counts = new LinkedHashMap<>();
  private final Map<String, Long> others = new LinkedHashMap<>();
  private final List<RejectedRecord> rejectedExamples = new ArrayList<>();
  private long rejectedCount;

  SourceTally(SourceId id, Instant built) {
    this.id = id;
    this.lastDay = LocalDate.ofInstant(built, ZoneOffset.UTC);
    this.title = id.value();
  }

  /// States what is known of the source. Where it is stated more than once, for several packs of
  /// one source, the later date stands. A day that the feed states of itself and that is after the
  /// build is a mistake in the feed.
  void state(
      String statedTitle,
      @Nullable LocalDate date,
      SourceInfo.DateOrigin origin,
      @Nullable String statedLicence) {
    title = statedTitle;
    if (statedLicence != null) {
      licence = statedLicence;
    }
    boolean mistaken =
        date != null && origin == SourceInfo.DateOrigin.FEED && date.isAfter(lastDay);
    if (date != null && !mistaken && (snapshotDate == null || date.isAfter(snapshotDate))) {
      snapshotDate = date;
      dateFrom = origin;
    }
  }

  void count(String kind, long more) {
    counts.merge(kind, more, Long::sum);
  }

  /// A count of somebody else, to be shown where there is no own one of that kind.
  void alsoCounted(String kind, long count) {
    others.put(Limits.shorten(kind, Limits.REMARK), count);
  }

  void reject(String where, String why) {
    rejectedCount++;
    if (rejectedExamples.size() < REJECTED_EXAMPLES) {
      rejectedExamples.add(new RejectedRecord(id, where, why));
    }
  }

  /// Notes when a record was made; the newest dates the source where nothing
  /// else does. A day after the build is a mistake in the feed.
  void saw(@Nullable Instant moment) {
    if (moment != null) {
      saw(LocalDate.ofInstant(moment, ZoneOffset.UTC));
    }
  }

  void saw(@Nullable LocalDate day) {
    if (day != null
        && !day.isAfter(lastDay)
        && (newestRecord == null || day.isAfter(newestRecord))) {
      newestRecord = day;
    }
  }

  SourceInfo info(Map<String, Long> advisoryCounts) {
    Map<String, Long> all = new LinkedHashMap<>(advisoryCounts);
    counts.forEach((kind, count) -> all.merge(kind, count, Long::sum));
    others.forEach(all::putIfAbsent);
    boolean undated = snapshotDate == null;
    SourceInfo.DateOrigin fallback =
        newestRecord == null ? SourceInfo.DateOrigin.NONE : SourceInfo.DateOrigin.NEWEST_RECORD;
    return new SourceInfo(
        id,
        title,
        undated ? newestRecord : snapshotDate,
        undated ? fallback : dateFrom,
        licence,
        all,
        rejectedCount,
        rejectedExamples);
  }
}
