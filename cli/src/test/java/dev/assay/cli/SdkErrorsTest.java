package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.inspector2.Inspector2Client;
import software.amazon.awssdk.services.inspector2.model.AccessDeniedException;
import software.amazon.awssdk.services.inspector2.model.Inspector2Exception;
import software.amazon.awssdk.services.inspector2.model.ResourceNotFoundException;
import software.amazon.awssdk.services.inspector2.model.StringFilter;
import software.amazon.awssdk.services.inspector2.model.ThrottlingException;
import software.amazon.awssdk.services.inspector2.model.ValidationException;
import software.amazon.awssdk.services.inspector2.model.ValidationExceptionField;
import software.amazon.awssdk.services.inspector2.model.ValidationExceptionReason;

/// What a client of the AWS SDK for Java catches: the exceptions of its own types, with all that
/// the model says they carry.
final class SdkErrorsTest {
  private static final String NO_FILTER =
      "arn:aws:inspector2:eu-central-1:000000000000:owner/000000000000/filter/0123456789abcdef";

  @TempDir Path directory;

  @Test
  void every_member_that_breaks_the_model_is_named() {
    try (Inspector2Client client = SdkClients.shared().v2()) {
      assertThatExceptionOfType(ValidationException.class)
          .isThrownBy(
              () ->
                  client.createFilter(
                      filter ->
                          filter
                              .name("")
                              .action("HIDE")
                              .description("d".repeat(513))
                              .filterCriteria(
                                  criteria ->
                                      criteria.severity(
                                          StringFilter.builder()
                                              .comparison("LIKE")
                                              .value("x")
                                              .build()))))
          .satisfies(
              wrong -> {
                assertThat(wrong.statusCode()).isEqualTo(400);
                assertThat(wrong.reason())
                    .isEqualTo(ValidationExceptionReason.FIELD_VALIDATION_FAILED);
                assertThat(wrong.fields())
                    .extracting(ValidationExceptionField::name)
                    .containsExactlyInAnyOrder(
                        "name", "action", "description", "filterCriteria.severity.0.comparison");
                assertThat(wrong.fields())
                    .extracting(ValidationExceptionField::message)
                    .allMatch(message -> !message.isBlank());
              });
    }
  }

  @Test
  void what_does_not_exist_is_not_found() {
    try (Inspector2Client client = SdkClients.shared().v2()) {
      assertThatExceptionOfType(ResourceNotFoundException.class)
          .isThrownBy(() -> client.deleteFilter(filter -> filter.arn(NO_FILTER)))
          .satisfies(missing -> assertThat(missing.statusCode()).isEqualTo(404));
    }
  }

  @Test
  void what_is_not_built_says_so() {
    try (Inspector2Client client = SdkClients.shared().v2()) {
      assertThatExceptionOfType(AccessDeniedException.class)
          .isThrownBy(() -> client.listCodeSecurityIntegrations(ask -> {}))
          .withMessageContaining("ListCodeSecurityIntegrations is not built in this version");
    }
  }

  @Test
  void a_key_that_asks_too_often_is_throttled_and_told_for_how_long() throws Exception {
    List<SdkHttpResponse> answers = new ArrayList<>();
    ExecutionInterceptor watching =
        new ExecutionInterceptor() {
          @Override
          public void beforeUnmarshalling(
              Context.BeforeUnmarshalling context, ExecutionAttributes attributes) {
            answers.add(context.httpResponse());
          }
        };
    try (ServedProcess served =
            ServedProcess.startPrepared(directory, "--rate-requests", "1", "--rate-burst", "3");
        Inspector2Client client =
            new SdkClients(served.url(), directory.resolve("admin-credentials")).v2(watching)) {
      assertThatExceptionOfType(ThrottlingException.class)
          .isThrownBy(
              () -> {
                for (int i = 0; i < 20; i++) {
                  client.listFilters(ask -> {});
                }
              })
          .satisfies(
              throttled -> {
                assertThat(throttled.statusCode()).isEqualTo(429);
                assertThat(throttled.isThrottlingException()).isTrue();
                assertThat(throttled.retryAfterSeconds()).isEqualTo(1);
              });
      assertThat(answers.getLast().firstMatchingHeader("Retry-After")).contains("1");
      assertThat(answers).hasSizeGreaterThan(3);
    }
  }

  @Test
  void a_wrong_secret_is_no_exception_of_the_model_but_names_itself() {
    try (Inspector2Client client = SdkClients.shared().withWrongSecret().v2()) {
      assertThatExceptionOfType(Inspector2Exception.class)
          .isThrownBy(() -> client.listFilters(ask -> {}))
          .satisfies(
              refused -> {
                assertThat(refused.statusCode()).isEqualTo(403);
                assertThat(refused.awsErrorDetails().errorCode())
                    .isEqualTo("InvalidSignatureException");
              });
    }
  }
}
