package dev.assay.feeds.vulnrichment;

import dev.assay.feeds.MalformedRecordException;

/// Where parts of a record go that cannot be read.
@FunctionalInterface
interface Rejections {
  void reject(MalformedRecordException problem);
}
