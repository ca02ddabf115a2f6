package dev.assay.inspector.own;

import dev.assay.awsapi.assay.ValidationException;
import dev.assay.awsapi.assay.ValidationExceptionField;
import dev.assay.awsapi.assay.ValidationExceptionReason;
import dev.assay.awsapi.value.Caller;
import dev.assay.inspector.ListTokens;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Inputs that the model allows and the service cannot take.
final class Problems {
  private Problems() {}

  static ValidationException invalid(String member, String message) {
    return new ValidationException(
        "The value of '" + member + "' is not valid: " + message,
        ValidationExceptionReason.FIELD_VALIDATION_FAILED,
        List.of(ValidationExceptionField.builder().name(member).message(message).build()));
  }

  /// The tokens of a list of this service.
  ///
  /// @param asked as {@link ListTokens#of} has it
  static ListTokens tokens(Caller caller, String operation, @Nullable Object... asked) {
    return ListTokens.of(
        caller, operation, () -> invalid("nextToken", "it is none that this question gave"), asked);
  }
}
