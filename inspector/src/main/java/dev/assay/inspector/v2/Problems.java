package dev.assay.inspector.v2;

import dev.assay.awsapi.inspector2.ValidationException;
import dev.assay.awsapi.inspector2.ValidationExceptionField;
import dev.assay.awsapi.inspector2.ValidationExceptionReason;
import dev.assay.awsapi.value.Caller;
import dev.assay.inspector.ListTokens;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /// The tokens of a list of this service.
  ///
  /// @param asked as {@link ListTokens#of} has it
  static ListTokens tokens(Caller caller, String operation, @Nullable Object... asked) {
    return ListTokens.of(caller, operation, Problems::invalidToken, asked);
  }

  static ValidationException invalidToken() {
    return invalid("nextToken", "it does not belong to this question; ask for the first page");
  }
}
