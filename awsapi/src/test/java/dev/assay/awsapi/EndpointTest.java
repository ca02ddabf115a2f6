package dev.assay.awsapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.awsapi.endpoint.Authorizer;
import dev.assay.awsapi.endpoint.BodyLimit;
import dev.assay.awsapi.endpoint.Endpoint;
import dev.assay.awsapi.endpoint.Observer;
import dev.assay.awsapi.http.Headers;
import dev.assay.awsapi.http.Request;
import dev.assay.awsapi.http.Response;
import dev.assay.awsapi.inspector2.ResourceNotFoundException;
import dev.assay.awsapi.value.Caller;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a caller is told when no operation runs, or one fails.
class EndpointTest {
  private final List<Observer.Exchange> seen = new ArrayList<>();

  @Test
  void an_unknown_operation_is_not_found() {
    Response response = post("/no/such", "application/json", "{}");
    assertThat(response.status()).isEqualTo(404);
    assertThat(error(response)).isEqualTo("UnknownOperationException");
  }

  @Test
  void malformed_json_is_said_to_be_so_in_the_services_own_error() {
    Response response = post("/findings/list", "application/json", "{\"maxResults\":1,}");
    assertThat(error(response)).isEqualTo("ValidationException");
    assertThat(text(response)).contains("CANNOT_PARSE").contains("line 1");
  }

  @Test
  void another_content_type_is_refused() {
    assertThat(post("/findings/list", "text/plain", "{}").status()).isEqualTo(415);
  }

  @Test
  void a_body_that_is_too_long_is_refused() {
    Response response = post("/findings/list", "application/json", " ".repeat(2000) + "{}");
    assertThat(response.status()).isEqualTo(413);
  }

  @Test
  void all_violations_are_told_at_once_with_the_names_of_the_members() {
    String body = "{\"maxResults\":1000,\"sortCriteria\":{\"field\":\"X\"}}";
    Response response = post("/findings/list", "application/json", body);
    assertThat(response.status()).isEqualTo(400);
    assertThat(text(response))
        .contains("3 validation errors detected")
        .contains("\"name\":\"maxResults\"")
        .contains("\"name\":\"sortCriteria.field\"")
        .contains("\"name\":\"sortCriteria.sortOrder\"");
  }

  @Test
  void classic_tells_a_code_and_that_a_retry_is_in_vain() {
    Response response = classic("CreateAssessmentTarget", "{\"assessmentTargetName\":\"\"}");
    assertThat(response.status()).isEqualTo(400);
    assertThat(text(response))
        .contains("\"__type\":\"InvalidInputException\"")
        .contains("\"errorCode\":\"INVALID_ASSESSMENT_TARGET_NAME\"")
        .contains("\"canRetry\":false");
  }

  @Test
  void an_error_of_the_model_is_answered_with_its_status() {
    Response response = post("/filters/delete", "application/json", "{\"arn\":\"a\"}");
    assertThat(response.status()).isEqualTo(404);
    assertThat(error(response)).isEqualTo("ResourceNotFoundException");
    assertThat(seen.getFirst().code()).isEqualTo("ResourceNotFoundException");
  }

  @Test
  void what_was_not_foreseen_is_seen_by_the_observer_and_not_by_the_caller() {
    Response response = post("/findings/list", "application/json", "{}");
    assertThat(response.status()).isEqualTo(500);
    assertThat(text(response)).doesNotContain("boom").contains("r-1");
    assertThat(seen.getFirst().failure()).hasMessage("boom");
  }

  @Test
  void a_caller_who_may_not_is_denied_before_the_input_is_read() {
    Response response = post("/enable", "application/json", "{");
    assertThat(response.status()).isEqualTo(403);
    assertThat(error(response)).isEqualTo("AccessDeniedException");
  }

  private Response classic(String operation, String body) {
    return handle(
        "/",
        Map.of(
            "Content-Type", List.of("application/x-amz-json-1.1"),
            "X-Amz-Target", List.of("InspectorService." + operation)),
        body);
  }

  private Response post(String path, String type, String body) {
    return handle(path, Map.of("Content-Type", List.of(type)), body);
  }

  private Response handle(String path, Map<String, List<String>> headers, String body) {
    Authorizer authorizer = (_, _, operation) -> !operation.equals("Enable");
    return new Endpoint(
            Services.ALL.stream()
                .map(schema -> Services.with(schema, (_, input) -> fail(String.valueOf(input))))
                .toList(),
            (_, _, _, id) -> new Caller("111122223333", "ann", "AKID", "us-east-1", id),
            authorizer,
            new BodyLimit(1000),
            () -> "r-1",
            seen::add)
        .handle(
            new Request(
                "POST",
                path,
                "",
                new Headers(headers),
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))));
  }

  private static Object fail(String input) {
    if (input.startsWith("DeleteFilterRequest")) {
      throw new ResourceNotFoundException("gone");
    }
    throw new IllegalStateException("boom");
  }

  private static String error(Response response) {
    return response.headers().first("x-amzn-errortype").orElse("");
  }

  private static String text(Response response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }
}
