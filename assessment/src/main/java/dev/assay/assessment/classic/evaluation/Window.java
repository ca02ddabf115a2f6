package dev.assay.assessment.classic.evaluation;

import java.time.Instant;

/// The time in which a run collects.
public record Window(Instant from, Instant to) {}
