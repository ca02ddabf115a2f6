package dev.assay.assessment.classic.report;

/// How far a report is, by Classic's own names.
public enum ReportState {
  WORK_IN_PROGRESS,
  FAILED,
  COMPLETED
}
