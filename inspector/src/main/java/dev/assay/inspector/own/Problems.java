package dev.assay.inspector.own;

import dev.assay.awsapi.assay.ValidationException;
import dev.assay.awsapi.assay.ValidationExceptionField;
import dev.assay.awsapi.assay.ValidationExceptionReason;
import java.util.List;

/// Inputs that the model allows and the service cannot take.
final class Problems {
  private Problems() {}

  static ValidationException invalid(String member, String message) {
    return new ValidationException(
        "The value of '" + member + "' is not valid: " + message,
        ValidationExceptionReason.FIELD_VALIDATION_FAILED,
        List.of(ValidationExceptionField.builder().name(member).message(message).build()));
  }
}
