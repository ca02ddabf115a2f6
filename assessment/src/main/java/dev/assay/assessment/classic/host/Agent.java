package dev.assay.assessment.classic.host;

import org.jspecify.annotations.Nullable;

/// An agent of ours on a host.
///
/// @param kernel null where it did not tell
public record Agent(String version, AgentHealth health, @Nullable String kernel) {}
