package dev.assay.model;

/// A CVSS score. `scorer` is who gave it (`NVD`, `CNA`, `CISA-ADP`, `Red Hat`, `Ubuntu` …),
/// `version` is `2.0`, `3.0`, `3.1` or `4.0`, `baseScore` runs from 0.0 to 10.0 and belongs to
/// `vector`.
public record CvssScore(String scorer, String version, String vector, double baseScore) {
  public CvssScore {
    Texts.requireNonBlank(vector, "CVSS vector");
    if (!(baseScore >= 0.0 && baseScore <= 10.0)) {
      throw new IllegalArgumentException("A CVSS base score is from 0.0 to 10.0: " + baseScore);
    }
  }

  /// The qualitative rating of CVSS v3 and v4; v2 has no critical: 7.0 and above is high.
  public Severity severity() {
    if (baseScore >= 9.0 && !version.startsWith("2")) {
      return Severity.CRITICAL;
    }
    if (baseScore >= 7.0) {
      return Severity.HIGH;
    }
    if (baseScore >= 4.0) {
      return Severity.MEDIUM;
    }
    return baseScore > 0.0 ? Severity.LOW : Severity.INFORMATIONAL;
  }
}
