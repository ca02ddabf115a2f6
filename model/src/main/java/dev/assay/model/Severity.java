package dev.assay.model;

/// How bad a vulnerability is, on Inspector's scale. Ordered: a later constant is worse, but
/// `UNTRIAGED`, the first, means that nobody has judged it.
public enum Severity {
  UNTRIAGED,
  INFORMATIONAL,
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL;

  public boolean isAtLeast(Severity other) {
    return compareTo(other) >= 0;
  }
}
