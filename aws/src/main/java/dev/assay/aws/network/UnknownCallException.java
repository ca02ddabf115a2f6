package dev.assay.aws.network;

import java.net.UnknownHostException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// A region does not know a call, or the whole service: what the call describes cannot be there.
final class UnknownCallException extends CollectionFailedException {
  private static final long serialVersionUID = 1L;

  private static final Set<String> CODES =
      Set.of("InvalidAction", "UnknownOperationException", "UnsupportedOperation");

  private final String action;

  UnknownCallException(String action, String message, Throwable cause) {
    super(message, cause);
    this.action = action;
  }

  /// The call, as a policy has it.
  String action() {
    return action;
  }

  /// Whether a call failed for that: by the service's own word, or as no such host exists, which
  /// tells of a region without the service where the account's first call found its host.
  static boolean is(SdkException failed) {
    if (failed instanceof AwsServiceException told && told.awsErrorDetails() != null) {
      return CODES.contains(told.awsErrorDetails().errorCode());
    }
    @Nullable Throwable cause = failed;
    while (cause != null && !(cause instanceof UnknownHostException)) {
      cause = cause.getCause();
    }
    return cause != null;
  }
}
