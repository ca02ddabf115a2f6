package dev.assay.server.work;

import dev.assay.assessment.work.Lease;

/// Does one kind of work.
@FunctionalInterface
public interface WorkHandler {
  /// Does a piece and completes it in the transaction of its effects. What it throws is noted, and
  /// the piece is tried again.
  void handle(Lease lease) throws Exception;
}
