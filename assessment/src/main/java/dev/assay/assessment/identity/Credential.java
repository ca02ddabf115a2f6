package dev.assay.assessment.identity;

import java.time.Instant;
import java.util.Optional;

/// What is needed to check a signature and to know whose it is.
///
/// @param expiresAt from then on it counts no longer; empty for never
public record Credential(Caller caller, SecretKey secret, Optional<Instant> expiresAt) {}
