package dev.assay.feeds;

import dev.assay.model.FeedRecord;
import dev.assay.model.SourceId;
import dev.assay.model.SourceInfo.DateOrigin;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Where records go: the advisory database's builder.
@FunctionalInterface
public interface FeedSink {
  /// Begins a source, or goes on with one; called for every file that
  /// has records of it, and for every day such a file states.
  ///
  /// @param title the source's name for people
  /// @param snapshotDate the day the file's data is of; null where nothing beside it tells
  /// @return what takes the source's records
  Consumer<FeedRecord> source(
      SourceId source,
      String title,
      @Nullable LocalDate snapshotDate,
      DateOrigin dateFrom,
      @Nullable String licence);
}
