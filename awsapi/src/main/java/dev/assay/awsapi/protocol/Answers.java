package dev.assay.awsapi.protocol;

import dev.assay.awsapi.codec.Violations;
import dev.assay.awsapi.http.Response;
import org.jspecify.annotations.Nullable;

/// What a client could read of an answer.
final class Answers {
  private Answers() {}

  static Object checked(@Nullable Object output, Response response, Violations violations) {
    if (output == null || !violations.isEmpty()) {
      throw new UnexpectedAnswerException(response.status(), "", violations.list().toString());
    }
    return output;
  }
}
