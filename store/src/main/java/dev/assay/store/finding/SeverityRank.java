package dev.assay.store.finding;

import dev.assay.model.Severity;

/// A severity as the number that is stored, so that the database sorts the worst highest.
final class SeverityRank {
  private SeverityRank() {}

  static int of(Severity severity) {
    return switch (severity) {
      case UNTRIAGED -> 0;
      case INFORMATIONAL -> 1;
      case LOW -> 2;
      case MEDIUM -> 3;
      case HIGH -> 4;
      case CRITICAL -> 5;
    };
  }

  static Severity severity(int rank) {
    for (Severity severity : Severity.values()) {
      if (of(severity) == rank) {
        return severity;
      }
    }
    throw new IllegalStateException("No severity has the rank " + rank);
  }
}
