package dev.assay.assessment.cis;

/// How many checks had which outcome. Whatever neither passed nor failed was skipped.
public record StatusCounts(int failed, int passed, int skipped) {
  public int total() {
    return failed + passed + skipped;
  }
}
