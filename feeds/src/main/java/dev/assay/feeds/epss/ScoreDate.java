package dev.assay.feeds.epss;

import dev.assay.feeds.FeedEntry;
import dev.assay.feeds.MalformedRecordException;
import dev.assay.feeds.rows.Days;
import dev.assay.feeds.rows.Heads;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The day that all scores of a document are of: stated before the scores or, by the files of
/// 2021, only in their names (`epss_scores-2021-04-14.csv`). A row may state its own.
///
/// @param day null where the document has none
record ScoreDate(@Nullable LocalDate day) {
  private static final Pattern STATED =
      Pattern.compile("score_date\"?\\s*:\\s*\"?([0-9][0-9T:.+Z-]*)");
  private static final Pattern NAMED = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})");

  /// The day of a document's scores.
  ///
  /// @throws MalformedRecordException where it states a day that is none
  static ScoreDate of(FeedEntry entry) {
    Matcher stated = STATED.matcher(Heads.text(entry));
    if (stated.find()) {
      return new ScoreDate(Days.parse(stated.group(1)));
    }
    Matcher named = NAMED.matcher(entry.path());
    return new ScoreDate(named.find() ? Days.parse(named.group(1)) : null);
  }

  /// As {@link #of(FeedEntry)}, empty where the document has no day, or states one that is none.
  static Optional<LocalDate> stated(FeedEntry entry) {
    try {
      return Optional.ofNullable(of(entry).day);
    } catch (MalformedRecordException noDay) {
      return Optional.empty();
    }
  }

  /// The day of a row that itself states `own`, if that is not null.
  LocalDate of(@Nullable String own) {
    if (own != null) {
      return Days.parse(own);
    }
    if (day == null) {
      throw new MalformedRecordException("The day of the scores is stated nowhere");
    }
    return day;
  }
}
