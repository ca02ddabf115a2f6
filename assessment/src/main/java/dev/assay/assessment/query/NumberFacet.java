package dev.assay.assessment.query;

/// The numbers that findings are selected by; a finding without one fits no range.
public enum NumberFacet {
  /// CVSS, 0 to 10.
  SCORE,
  /// A probability, 0 to 1.
  EPSS,
  /// How many running containers were started from the image.
  IMAGE_IN_USE_COUNT
}
