package dev.assay.assessment.classic.template;

import org.jspecify.annotations.Nullable;

/// A template and what became of it.
///
/// @param lastRun ARN of the run that was started last; null where none is known
/// @param runs how many are known; deleted ones are not
public record DescribedTemplate(AssessmentTemplate template, @Nullable String lastRun, int runs) {}
