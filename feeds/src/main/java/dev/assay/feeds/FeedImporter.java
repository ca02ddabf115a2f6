package dev.assay.feeds;

import dev.assay.model.FeedRecord;
import dev.assay.model.SourceId;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Turns the documents of one kind of feed into records.
public interface FeedImporter {
  SourceId source();

  /// The source's name for people, such as `Debian security tracker (OSV)`.
  String title();

  /// Whether the entry is of this kind, judged by its content (the head); the path may only break
  /// a tie.
  boolean recognises(FeedEntry entry);

  /// Emits every record of the entry. What cannot be read becomes a {@link
  /// dev.assay.model.RejectedRecord} and the rest goes on.
  ///
  /// @throws IOException where the bytes themselves cannot be read (truncated archive, bad
  /// checksum)
  void read(FeedEntry entry, Consumer<FeedRecord> sink) throws IOException;

  /// The day that the entry itself says its data is of, told by its head; empty where it says
  /// none, or none that can be read.
  default Optional<LocalDate> statedDay(FeedEntry entry) {
    return Optional.empty();
  }

  /// What was left out on purpose so far, by reason, with how often: statements that no host can
  /// be judged by (a package that does not exist in a release, a container image). It is no
  /// defect, but it is shown.
  default Map<String, Long> skipped() {
    return Map.of();
  }
}
