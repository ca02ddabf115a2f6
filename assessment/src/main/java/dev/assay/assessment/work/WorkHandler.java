package dev.assay.assessment.work;

/// Does one kind of work.
@FunctionalInterface
public interface WorkHandler {
  /// Does a piece and completes it in the transaction of its effects. What it throws is noted, and
  /// the piece is tried again.
  void handle(Lease lease) throws Exception;

  /// Ends what a piece was a part of, because the piece itself is given up: whoever waits for the
  /// outcome is to be told that there is none. It may complete the piece; one that is not
  /// completed becomes a dead letter.
  default void giveUp(Lease lease, String reason) {}
}
