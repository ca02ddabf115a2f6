package dev.assay.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an advisory database holds of one source.
///
/// @param snapshotDate the day the data is of; null where the source has no date at all
/// @param dateFrom where that day is known from
/// @param counts records by kind (`advisories`, `withdrawn`, `without a vulnerability`, `affected
///     packages` …), in the order to show
/// @param rejectedCount how many records could not be read
/// @param rejectedExamples the first of them
public record SourceInfo(
    SourceId id,
    String title,
    @Nullable LocalDate snapshotDate,
    DateOrigin dateFrom,
    @Nullable String licence,
    Map<String, Long> counts,
    long rejectedCount,
    List<RejectedRecord> rejectedExamples) {

  public enum DateOrigin {
    /// The manifest that lay beside the feed files.
    MANIFEST,
    /// The download's Last-Modified.
    DOWNLOAD,
    /// The feed states it itself (KEV's dateReleased, EPSS's score_date).
    FEED,
    /// The newest record.
    NEWEST_RECORD,
    NONE
  }

  public SourceInfo {
    counts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(counts));
    rejectedExamples = List.copyOf(rejectedExamples);
  }
}
