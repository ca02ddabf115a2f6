package dev.assay.assessment.audit;

import dev.assay.assessment.tenant.AccountId;
import java.time.Instant;
import java.util.Optional;

/// Which entries of an account's log to show, the latest first.
///
/// @param from not before
/// @param until before
/// @param below with a smaller number than this: where the page before ended
public record AuditQuery(
    AccountId account,
    Optional<String> actor,
    Optional<String> action,
    Optional<Instant> from,
    Optional<Instant> until,
    Optional<Long> below,
    int most) {}
