package dev.assay.assessment.query;

/// The times that findings are selected by.
public enum DateFacet {
  FIRST_OBSERVED,
  LAST_OBSERVED,
  UPDATED,
  /// Of container images.
  IMAGE_PUSHED,
  /// Of container images.
  IMAGE_LAST_IN_USE,
  /// Of functions.
  FUNCTION_MODIFIED
}
