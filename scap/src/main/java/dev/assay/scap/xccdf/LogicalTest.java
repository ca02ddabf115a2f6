package dev.assay.scap.xccdf;

import java.util.List;

/// An expression of the CPE applicability language (NIST IR 7698).
public sealed interface LogicalTest {
  /// Several, combined.
  record Combined(boolean and, boolean negate, List<LogicalTest> parts) implements LogicalTest {}

  /// A product.
  record Fact(String cpe) implements LogicalTest {}

  /// A definition of a checking system.
  record CheckFact(String href, String id) implements LogicalTest {}
}
