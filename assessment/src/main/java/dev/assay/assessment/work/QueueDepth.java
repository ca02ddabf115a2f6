package dev.assay.assessment.work;

/// How much is in a queue.
///
/// @param due should have been begun already
/// @param later waits for its moment
public record QueueDepth(QueueName queue, long due, long later, long leased, long dead) {}
