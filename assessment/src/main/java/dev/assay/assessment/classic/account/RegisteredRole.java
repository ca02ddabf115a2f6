package dev.assay.assessment.classic.account;

import java.time.Instant;

/// The role by which an account lets itself be looked at.
public record RegisteredRole(String arn, Instant registeredAt) {}
