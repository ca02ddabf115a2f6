package dev.assay.assessment.export;

/// Why an export failed, by Inspector v2's own names.
public enum ExportProblem {
  INTERNAL_ERROR,
  INVALID_PERMISSIONS,
  NO_FINDINGS_FOUND,
  BUCKET_NOT_FOUND,
  INCOMPATIBLE_BUCKET_REGION,
  MALFORMED_KMS_KEY
}
