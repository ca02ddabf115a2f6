package dev.assay.awsapi.codec;

/// One way in which an input is not what its model says.
///
/// @param path the member, `filterCriteria.severity.1.value`; empty for the input itself
/// @param kind what is wrong
/// @param message what is wrong, for the caller
public record Violation(String path, Kind kind, String message) {
  /// The constraints of models.
  public enum Kind {
    /// The value is of another type: it cannot be read at all.
    TYPE,
    REQUIRED,
    LENGTH,
    RANGE,
    PATTERN,
    ENUM,
    UNION
  }
}
