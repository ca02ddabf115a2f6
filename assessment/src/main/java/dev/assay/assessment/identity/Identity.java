package dev.assay.assessment.identity;

import dev.assay.assessment.tenant.AccountId;
import java.time.Instant;

/// One who may call, in one account.
public record Identity(AccountId account, IdentityName name, Role role, Instant createdAt) {}
