package dev.assay.assessment.work;

import java.time.Instant;
import java.util.UUID;

/// The right to do a piece of work, for a while. It is lost at `until` unless it is extended; then
/// another node may have it, and what is done under the old lease no longer counts.
///
/// @param token tells this lease from any other of the same work
/// @param attempt 1 for the first, and one more after each that failed
/// @param deaths how many nodes in a row, before this one, ended or fell silent with the work in
///     their hands: that says nothing of the work, unless it goes on
public record Lease(UUID token, Work work, int attempt, int deaths, Instant until) {}
