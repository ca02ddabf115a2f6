package dev.assay.assessment.identity;

import dev.assay.assessment.tenant.AccountId;
import java.time.Instant;
import java.util.Optional;

/// A key as it may be shown: without its secret.
///
/// @param active whether requests signed with it are let in
/// @param lastUsedAt to the minute or so; empty if never
public record AccessKey(
    AccessKeyId id,
    AccountId account,
    IdentityName owner,
    boolean active,
    Instant createdAt,
    Optional<Instant> lastUsedAt) {}
