package dev.assay.feeds;

import dev.assay.model.FeedRecord;
import dev.assay.model.SourceId;

/// Takes the records of feeds as they are read.
@FunctionalInterface
public interface FeedSink {
  void accept(SourceId source, FeedRecord record);
}
