package dev.assay.agent.service;

import dev.assay.awsapi.protocol.UnexpectedAnswerException;
import dev.assay.awsapi.value.ServiceException;

/// Tells failed calls that may go well later from those that will not: whether the service, or
/// something on the way to it, had something against the moment, and not against who asks or what.
public final class Passing {
  private static final String THROTTLING = "ThrottlingException";
  private static final String INTERNAL = "InternalServerException";
  private static final int TOO_MANY = 429;
  private static final int FIRST_SERVER_ERROR = 500;

  private Passing() {}

  /// Of a call under a key of which nothing is known yet, as that of a token: a bad signature,
  /// which is told only after the clock was set right, says that the token is not what was given
  /// out.
  public static boolean of(RuntimeException failure) {
    return switch (failure) {
      case ServiceUnreachableException _ -> true;
      // Assay's own and Inspector's, which are classes of their own.
      case ServiceException declared ->
          declared.shape().equals(THROTTLING) || declared.shape().equals(INTERNAL);
      case UnexpectedAnswerException answer ->
          asksForPatience(answer) || answer.status() >= FIRST_SERVER_ERROR;
      default -> false;
    };
  }

  /// Of a call under a key that was good before: a bad signature is a clock's that jumped once
  /// more, and what has no code was said by somebody else on the way.
  public static boolean ofProvenKey(RuntimeException failure) {
    return of(failure)
        || (failure instanceof UnexpectedAnswerException answer
            && (answer.code().isEmpty() || answer.code().equals("InvalidSignatureException")));
  }

  /// Whether it was asked too often.
  public static boolean asksForPatience(RuntimeException failure) {
    return switch (failure) {
      case UnexpectedAnswerException answer -> answer.status() == TOO_MANY;
      case ServiceException declared -> declared.shape().equals(THROTTLING);
      default -> false;
    };
  }
}
