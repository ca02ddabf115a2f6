package dev.assay.assessment.agent;

import org.jspecify.annotations.Nullable;

/// An agent's wish to be let in.
///
/// @param id the agent's own, unguessable, name of this attempt
/// @param resourceId what its owner calls the host; null to leave that to the service
public record Enrollment(String id, Machine machine, String version, @Nullable String resourceId) {}
