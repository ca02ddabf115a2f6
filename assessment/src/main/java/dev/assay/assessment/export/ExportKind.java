package dev.assay.assessment.export;

/// What is exported.
public enum ExportKind {
  FINDINGS_REPORT,
  SBOM_EXPORT
}
