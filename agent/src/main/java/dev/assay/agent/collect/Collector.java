package dev.assay.agent.collect;

import dev.assay.awsapi.assay.EvidenceContent;
import java.io.IOException;

/// Collects one kind of evidence. The service may choose when; what it reads is decided here alone.
public interface Collector {
  /// Its name in schedules and in the owner's wishes: `inventory`.
  String name();

  /// Which of several collections that wait are of use.
  Keeping keeping();

  /// Reads.
  ///
  /// @return what was read; the same bytes where nothing has changed
  /// @throws IOException where nothing could be read at all, in words
  byte[] collect() throws IOException;

  /// What was read, in the form in which it is handed in.
  EvidenceContent content(byte[] collected);

  /// Which collections are kept while they cannot be handed in.
  enum Keeping {
    /// The newest: each tells all.
    NEWEST,
    /// Every one: each tells of its moment.
    EVERY
  }
}
