package dev.assay.assessment.classic.evaluation;

import dev.assay.model.Severity;
import java.util.Optional;
import java.util.stream.Stream;

/// Classic's scale, which has nothing above `High`.
public enum ClassicSeverity {
  LOW("Low", 3.0),
  MEDIUM("Medium", 6.0),
  HIGH("High", 9.0),
  INFORMATIONAL("Informational", 0.0),
  /// Nobody has judged it.
  UNDEFINED("Undefined", 0.0);

  private final String wireName;
  private final double numeric;

  ClassicSeverity(String wireName, double numeric) {
    this.wireName = wireName;
    this.numeric = numeric;
  }

  public static ClassicSeverity of(Severity severity) {
    return switch (severity) {
      case CRITICAL, HIGH -> HIGH;
      case MEDIUM -> MEDIUM;
      case LOW -> LOW;
      case INFORMATIONAL -> INFORMATIONAL;
      case UNTRIAGED -> UNDEFINED;
    };
  }

  public static Optional<ClassicSeverity> named(String wireName) {
    return Stream.of(values()).filter(one -> one.wireName.equals(wireName)).findFirst();
  }

  public String wireName() {
    return wireName;
  }

  /// `numericSeverity`, 0 to 10.
  public double numeric() {
    return numeric;
  }
}
