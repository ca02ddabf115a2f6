package dev.assay.awsapi.protocol;

import dev.assay.awsapi.codec.Violation;
import java.util.List;

/// An input that is not what the model says. Each service has its own error for it.
public final class InvalidInputException extends RuntimeException {
  private final transient List<Violation> violations;

  /// An input with these violations.
  ///
  /// @param violations all that is wrong with it
  public InvalidInputException(List<Violation> violations) {
    super(violations.toString());
    this.violations = List.copyOf(violations);
  }

  /// All that is wrong with it.
  public List<Violation> violations() {
    return violations;
  }
}
