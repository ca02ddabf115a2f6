package dev.assay.assessment.cis;

/// How strict a benchmark's profile is. The second level has all of the first's rules and more.
public enum CisLevel {
  LEVEL_1,
  LEVEL_2;

  /// Whether what is asked at this level has the rules of another.
  public boolean includes(CisLevel other) {
    return this == LEVEL_2 || other == LEVEL_1;
  }
}
