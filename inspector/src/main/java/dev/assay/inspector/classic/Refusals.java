package dev.assay.inspector.classic;

import dev.assay.assessment.classic.ClassicRefusal;
import dev.assay.assessment.classic.ClassicRefusal.Entity;
import dev.assay.assessment.classic.ClassicRefusal.Limited;
import dev.assay.assessment.transaction.TransactionException;
import dev.assay.awsapi.inspector.AccessDeniedErrorCode;
import dev.assay.awsapi.inspector.AccessDeniedException;
import dev.assay.awsapi.inspector.AgentAlreadyRunningAssessment;
import dev.assay.awsapi.inspector.AgentsAlreadyRunningAssessmentException;
import dev.assay.awsapi.inspector.AssessmentRunInProgressException;
import dev.assay.awsapi.inspector.InternalException;
import dev.assay.awsapi.inspector.InvalidInputErrorCode;
import dev.assay.awsapi.inspector.InvalidInputException;
import dev.assay.awsapi.inspector.LimitExceededErrorCode;
import dev.assay.awsapi.inspector.LimitExceededException;
import dev.assay.awsapi.inspector.NoSuchEntityErrorCode;
import dev.assay.awsapi.inspector.NoSuchEntityException;
import dev.assay.awsapi.inspector.PreviewGenerationInProgressException;
import dev.assay.awsapi.value.ServiceException;
import java.util.function.Supplier;

/// The service's refusals as the errors of the API.
final class Refusals {
  private static final int LONGEST_MESSAGE = 1_000;

  private Refusals() {}

  /// Runs an operation, and throws what it refuses as the API's error.
  static <T> T translated(Supplier<T> operation) {
    try {
      return operation.get();
    } catch (ClassicRefusal refusal) {
      throw error(refusal);
    } catch (TransactionException unavailable) {
      throw new InternalException("The service cannot do that now: try again", true);
    }
  }

  /// As `translated`, of an operation that gives nothing.
  static void translated(Runnable operation) {
    Refusals.<Boolean>translated(
        () -> {
          operation.run();
          return true;
        });
  }

  private static ServiceException error(ClassicRefusal refusal) {
    String text = String.valueOf(refusal.getMessage());
    String message = text.substring(0, Math.min(text.length(), LONGEST_MESSAGE));
    return switch (refusal) {
      case ClassicRefusal.InvalidInput invalid ->
          new InvalidInputException(
              message, InvalidInputErrorCode.of(invalid.what().name()), false);
      case ClassicRefusal.NoSuchEntity missing ->
          new NoSuchEntityException(message, missing(missing.entity()), false);
      case ClassicRefusal.AccessDenied denied ->
          new AccessDeniedException(message, denied(denied.entity()), false);
      case ClassicRefusal.LimitExceeded limit ->
          new LimitExceededException(message, limit(limit.what()), false);
      case ClassicRefusal.RunInProgress running ->
          new AssessmentRunInProgressException(message, running.named(), running.truncated(), true);
      case ClassicRefusal.AgentsAlreadyRunning busy ->
          new AgentsAlreadyRunningAssessmentException(
              message,
              busy.named().stream()
                  .map(agent -> new AgentAlreadyRunningAssessment(agent.agentId(), agent.run()))
                  .toList(),
              busy.truncated(),
              true);
      case ClassicRefusal.PreviewInProgress _ -> new PreviewGenerationInProgressException(message);
    };
  }

  private static NoSuchEntityErrorCode missing(Entity entity) {
    return switch (entity) {
      case TARGET -> NoSuchEntityErrorCode.ASSESSMENT_TARGET_DOES_NOT_EXIST;
      case TEMPLATE -> NoSuchEntityErrorCode.ASSESSMENT_TEMPLATE_DOES_NOT_EXIST;
      case RUN -> NoSuchEntityErrorCode.ASSESSMENT_RUN_DOES_NOT_EXIST;
      case FINDING -> NoSuchEntityErrorCode.FINDING_DOES_NOT_EXIST;
      case RESOURCE_GROUP -> NoSuchEntityErrorCode.RESOURCE_GROUP_DOES_NOT_EXIST;
      case RULES_PACKAGE -> NoSuchEntityErrorCode.RULES_PACKAGE_DOES_NOT_EXIST;
      case SNS_TOPIC -> NoSuchEntityErrorCode.SNS_TOPIC_DOES_NOT_EXIST;
      case IAM_ROLE -> NoSuchEntityErrorCode.IAM_ROLE_DOES_NOT_EXIST;
    };
  }

  private static AccessDeniedErrorCode denied(Entity entity) {
    return switch (entity) {
      case TARGET -> AccessDeniedErrorCode.ACCESS_DENIED_TO_ASSESSMENT_TARGET;
      case TEMPLATE -> AccessDeniedErrorCode.ACCESS_DENIED_TO_ASSESSMENT_TEMPLATE;
      case RUN -> AccessDeniedErrorCode.ACCESS_DENIED_TO_ASSESSMENT_RUN;
      case FINDING -> AccessDeniedErrorCode.ACCESS_DENIED_TO_FINDING;
      case RESOURCE_GROUP -> AccessDeniedErrorCode.ACCESS_DENIED_TO_RESOURCE_GROUP;
      case RULES_PACKAGE -> AccessDeniedErrorCode.ACCESS_DENIED_TO_RULES_PACKAGE;
      case SNS_TOPIC -> AccessDeniedErrorCode.ACCESS_DENIED_TO_SNS_TOPIC;
      case IAM_ROLE -> AccessDeniedErrorCode.ACCESS_DENIED_TO_IAM_ROLE;
    };
  }

  private static LimitExceededErrorCode limit(Limited what) {
    return switch (what) {
      case TARGETS -> LimitExceededErrorCode.ASSESSMENT_TARGET_LIMIT_EXCEEDED;
      case TEMPLATES -> LimitExceededErrorCode.ASSESSMENT_TEMPLATE_LIMIT_EXCEEDED;
      case RUNS -> LimitExceededErrorCode.ASSESSMENT_RUN_LIMIT_EXCEEDED;
      case RESOURCE_GROUPS -> LimitExceededErrorCode.RESOURCE_GROUP_LIMIT_EXCEEDED;
      case EVENT_SUBSCRIPTIONS -> LimitExceededErrorCode.EVENT_SUBSCRIPTION_LIMIT_EXCEEDED;
    };
  }
}
