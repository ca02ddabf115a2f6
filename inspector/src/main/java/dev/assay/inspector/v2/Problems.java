package dev.assay.inspector.v2;

import dev.assay.awsapi.inspector2.ValidationException;
import dev.assay.awsapi.inspector2.ValidationExceptionField;
import dev.assay.awsapi.inspector2.ValidationExceptionReason;
import java.util.List;

/// Inputs that the model allows and the service cannot take.
final class Problems {
  private Problems() {}

  /// A member that has the model's form but not the meaning it needs.
  static ValidationException invalid(String member, String message) {
    return new ValidationException(
        List.of(new ValidationExceptionField(message, member)),
        "The value of '" + member + "' is not valid: " + message,
        ValidationExceptionReason.of("FIELD_VALIDATION_FAILED"));
  }

  static ValidationException invalidToken() {
    return invalid("nextToken", "it does not belong to this question; ask for the first page");
  }
}
