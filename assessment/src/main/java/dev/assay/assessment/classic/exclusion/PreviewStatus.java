package dev.assay.assessment.classic.exclusion;

/// How far a preview is.
public enum PreviewStatus {
  WORK_IN_PROGRESS,
  COMPLETED
}
