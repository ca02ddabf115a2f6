package dev.assay.assessment.classic.run;

import java.time.Instant;

/// When a run came to a state.
public record StateChange(RunState state, Instant at) {}
