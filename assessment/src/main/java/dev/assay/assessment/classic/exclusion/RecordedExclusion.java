package dev.assay.assessment.classic.exclusion;

import dev.assay.assessment.classic.ClassicArn;

/// An exclusion of a run, with its name.
public record RecordedExclusion(ClassicArn arn, Exclusion exclusion) {}
