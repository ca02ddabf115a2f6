package dev.assay.feeds;

import dev.assay.model.Advisory;
import dev.assay.model.EpssScore;
import dev.assay.model.FeedRecord;
import dev.assay.model.KnownExploit;
import dev.assay.model.KnownExploited;
import dev.assay.model.RejectedRecord;
import dev.assay.model.ReleaseLife;
import dev.assay.model.SourceId;
import dev.assay.model.SsvcDecision;
import java.util.Optional;

/// The source that a record itself names; empty where only its importer knows.
final class SourceOf {
  private SourceOf() {}

  static Optional<SourceId> record(FeedRecord record) {
    return switch (record) {
      case Advisory advisory -> Optional.of(advisory.source());
      case KnownExploit exploit -> Optional.of(exploit.source());
      case ReleaseLife life -> Optional.of(life.source());
      case RejectedRecord rejected -> Optional.of(rejected.source());
      case KnownExploited _, EpssScore _, SsvcDecision _ -> Optional.empty();
    };
  }
}
