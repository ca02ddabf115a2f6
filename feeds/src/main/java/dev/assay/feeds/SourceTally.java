package dev.assay.feeds;

import dev.assay.model.Advisory;
import dev.assay.model.EpssScore;
import dev.assay.model.FeedRecord;
import dev.assay.model.KnownExploit;
import dev.assay.model.KnownExploited;
import dev.assay.model.RejectedRecord;
import dev.assay.model.ReleaseLife;
import dev.assay.model.SourceId;
import dev.assay.model.SourceInfo;
import dev.assay.model.SourceInfo.DateOrigin;
import dev.assay.model.SsvcDecision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Counts the records of one source, and works out the day its data is of.
final class SourceTally {
  private static final int EXAMPLES = 20;

  private final SourceId id;
  private final String title;
  private final Map<String, Long> counts = new LinkedHashMap<>();
  private final List<RejectedRecord> examples = new ArrayList<>();
  private long rejected;
  private @Nullable LocalDate manifestDate;
  private DateOrigin manifestOrigin = DateOrigin.NONE;
  private @Nullable LocalDate statedDate;
  private @Nullable LocalDate newest;
  private @Nullable String licence;

  SourceTally(SourceId id, String title) {
    this.id = id;
    this.title = title;
  }

  void file(FeedManifest.Facts facts) {
    LocalDate date = facts.snapshotDate();
    if (date != null && (manifestDate == null || date.isAfter(manifestDate))) {
      manifestDate = date;
      manifestOrigin = facts.dateFrom();
    }
    if (licence == null) {
      licence = facts.licence();
    }
  }

  void add(FeedRecord record) {
    switch (record) {
      case Advisory advisory -> advisory(advisory);
      case KnownExploited exploited -> {
        count("known exploited");
        newest = later(newest, exploited.added());
      }
      case EpssScore score -> {
        count("scores");
        statedDate = later(statedDate, score.date());
      }
      case KnownExploit _ -> count("exploits");
      case SsvcDecision _ -> count("SSVC decisions");
      case ReleaseLife _ -> count("releases");
      case RejectedRecord refused -> reject(refused);
    }
  }

  /// Statements that the importer leaves out on purpose.
  void leftOut(String why, long times) {
    count("left out: " + why, times);
  }

  private void advisory(Advisory advisory) {
    count("advisories");
    count("affected packages", advisory.affected().size());
    if (advisory.withdrawn() != null) {
      count("withdrawn");
    }
    if (advisory.disputed()) {
      count("disputed");
    }
    if (advisory.vulnerabilities().isEmpty()) {
      count("without a vulnerability");
    }
    newest = later(newest, day(advisory.modified()));
    newest = later(newest, day(advisory.published()));
  }

  private void reject(RejectedRecord refused) {
    rejected++;
    if (examples.size() < EXAMPLES) {
      examples.add(refused);
    }
  }

  private void count(String kind) {
    count(kind, 1);
  }

  private void count(String kind, long more) {
    counts.merge(kind, more, Long::sum);
  }

  private static @Nullable LocalDate day(@Nullable Instant moment) {
    return moment == null ? null : LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }

  private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
    if (one == null) {
      return other;
    }
    return other == null || one.isAfter(other) ? one : other;
  }

  SourceInfo info() {
    LocalDate date = manifestDate;
    DateOrigin origin = manifestOrigin;
    if (date == null) {
      date = statedDate != null ? statedDate : newest;
      origin =
          statedDate != null
              ? DateOrigin.FEED
              : date == null ? DateOrigin.NONE : DateOrigin.NEWEST_RECORD;
    }
    return new SourceInfo(id, title, date, origin, licence, counts, rejected, examples);
  }
}
