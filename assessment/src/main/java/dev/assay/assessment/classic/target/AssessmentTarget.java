package dev.assay.assessment.classic.target;

import dev.assay.assessment.classic.ClassicArn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The hosts of an assessment.
///
/// @param group null: every host of the tenant
public record AssessmentTarget(
    ClassicArn arn,
    String name,
    @Nullable ClassicArn group,
    Instant createdAt,
    Instant updatedAt) {}
