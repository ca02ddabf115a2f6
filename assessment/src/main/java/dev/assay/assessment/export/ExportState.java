package dev.assay.assessment.export;

/// How far an export is, by Inspector v2's own names.
public enum ExportState {
  IN_PROGRESS,
  SUCCEEDED,
  CANCELLED,
  FAILED
}
