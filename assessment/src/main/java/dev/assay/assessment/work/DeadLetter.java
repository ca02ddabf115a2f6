package dev.assay.assessment.work;

import java.time.Instant;

/// Work that was given up, with the failure of its last attempt.
public record DeadLetter(Work work, int attempts, String failure, Instant diedAt) {}
