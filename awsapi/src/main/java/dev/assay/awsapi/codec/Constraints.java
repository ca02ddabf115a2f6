package dev.assay.awsapi.codec;

import dev.assay.awsapi.schema.Bounds;
import dev.assay.awsapi.schema.Shape;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/// Checks values against the constraints of their shapes. The wording is that of the services'
/// common framework.
final class Constraints {
  /// The longest text that a pattern is tried on. Models give patterns to identifiers; an
  /// expression that backtracks must not be fed a megabyte.
  private static final int LONGEST_FOR_PATTERN = 2048;

  private final Violations violations;

  Constraints(Violations violations) {
    this.violations = violations;
  }

  void text(Shape.Text shape, String value, Path path) {
    String shown = shape.sensitive() ? "***" : value;
    boolean fits = length(shape.length(), value.codePointCount(0, value.length()), shown, path);
    Pattern pattern = shape.pattern();
    if (pattern == null || !fits) {
      return;
    }
    if (value.length() > LONGEST_FOR_PATTERN || !pattern.matcher(value).find()) {
      violations.unsatisfied(
          path,
          Violation.Kind.PATTERN,
          shown,
          "Member must satisfy regular expression pattern: "
              + pattern.pattern().replace("\\z", "$"));
    }
  }

  void number(Shape.Numeric shape, BigDecimal value, Path path) {
    Bounds range = shape.range();
    String shown = value.toString();
    if (range.isBelow(value)) {
      violations.unsatisfied(
          path,
          Violation.Kind.RANGE,
          shown,
          "Member must have value greater than or equal to " + range.min());
    }
    if (range.isAbove(value)) {
      violations.unsatisfied(
          path,
          Violation.Kind.RANGE,
          shown,
          "Member must have value less than or equal to " + range.max());
    }
  }

  void enumeration(Shape.Enumeration shape, String value, Path path) {
    if (!shape.values().contains(value)) {
      violations.unsatisfied(
          path,
          Violation.Kind.ENUM,
          value,
          "Member must satisfy enum value set: " + shape.values());
    }
  }

  /// Whether the length is within the bounds.
  boolean length(Bounds bounds, int length, String shown, Path path) {
    BigDecimal actual = BigDecimal.valueOf(length);
    if (bounds.isBelow(actual)) {
      violations.unsatisfied(
          path,
          Violation.Kind.LENGTH,
          shown,
          "Member must have length greater than or equal to " + bounds.min());
    }
    if (bounds.isAbove(actual)) {
      violations.unsatisfied(
          path,
          Violation.Kind.LENGTH,
          shown,
          "Member must have length less than or equal to " + bounds.max());
    }
    return !bounds.isBelow(actual) && !bounds.isAbove(actual);
  }

  void required(Path path) {
    violations.unsatisfied(path, Violation.Kind.REQUIRED, "null", "Member must not be null");
  }
}
