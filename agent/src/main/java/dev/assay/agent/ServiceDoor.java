package dev.assay.agent;

import dev.assay.agent.service.Passing;
import dev.assay.agent.service.ServiceClient;
import dev.assay.agent.service.ServiceUnreachableException;
import dev.assay.awsapi.assay.AccessDeniedException;
import dev.assay.awsapi.assay.ThrottlingException;
import dev.assay.awsapi.protocol.UnexpectedAnswerException;
import dev.assay.awsapi.value.ServiceException;
import dev.assay.awsapi.value.Structure;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// Calls the service under the agent's key, and tells apart what an agent has to tell apart.
final class ServiceDoor {
  private static final Set<String> KEY_REFUSED =
      Set.of("UnrecognizedClientException", "InvalidClientTokenId");

  private static final String MORE_SLOWLY = "the service asks to be asked more slowly";

  private final ServiceClient client;

  ServiceDoor(ServiceClient client) {
    this.client = client;
  }

  /// What became of a call.
  sealed interface Answer<T> {
    /// It was answered.
    record Given<T>(T output) implements Answer<T> {}

    /// Not now: perhaps later.
    ///
    /// @param throttled whether the agent asked too often
    /// @param pause as the service asks; empty where it does not say
    record Later<T>(String why, boolean throttled, Optional<Duration> pause) implements Answer<T> {}

    /// This request will never be taken.
    record Refused<T>(String why) implements Answer<T> {}
  }

  /// Calls.
  ///
  /// @throws StoppedException where the key is not known, or not good for this
  <T> Answer<T> call(String operation, Structure input, Class<T> answer)
      throws InterruptedException {
    try {
      return new Answer.Given<>(client.call(operation, input, answer));
    } catch (ServiceUnreachableException away) {
      return new Answer.Later<>(String.valueOf(away.getMessage()), false, Optional.empty());
    } catch (ThrottlingException often) {
      return new Answer.Later<>(
          MORE_SLOWLY,
          true,
          Optional.ofNullable(often.retryAfterSeconds()).map(Duration::ofSeconds));
    } catch (AccessDeniedException denied) {
      throw new StoppedException(
          "the service refuses " + operation + " to this agent: " + denied.getMessage(), denied);
    } catch (UnexpectedAnswerException undeclared) {
      return undeclared(undeclared);
    } catch (ServiceException refused) {
      if (Passing.asksForPatience(refused)) {
        return new Answer.Later<>(MORE_SLOWLY, true, Optional.empty());
      }
      return Passing.ofProvenKey(refused)
          ? new Answer.Later<>(
              "the service failed: " + refused.getMessage(), false, Optional.empty())
          : new Answer.Refused<>(refused.shape() + ": " + refused.getMessage());
    }
  }

  private static <T> Answer<T> undeclared(UnexpectedAnswerException answer) {
    if (KEY_REFUSED.contains(answer.code())) {
      throw new StoppedException(
          "the service does not know this agent's access key any more: it was revoked, or belongs"
              + " to another service. To let the agent in again, remove its state directory and"
              + " give it a new token",
          answer);
    }
    String why = "the service answered " + answer.getMessage();
    return Passing.ofProvenKey(answer)
        ? new Answer.Later<>(why, Passing.asksForPatience(answer), Optional.empty())
        : new Answer.Refused<>(why);
  }
}
