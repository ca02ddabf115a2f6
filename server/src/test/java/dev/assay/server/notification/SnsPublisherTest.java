package dev.assay.server.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assay.assessment.classic.subscription.PublishStatus;
import dev.assay.assessment.classic.subscription.Publisher.Outcome;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.awsapi.sigv4.Credentials;
import dev.assay.server.http.ExpectedSignature;
import dev.assay.server.setting.NotificationSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against a small SNS that lets the AWS SDK's signer say which signature it expects.
final class SnsPublisherTest {
  private static final Tenant TENANT = Tenant.of("111122223333", "eu-central-1");
  private static final String TOPIC = "arn:aws:sns:eu-central-1:111122223333:runs";
  private static final String MESSAGE = "{\"event\":\"FINDING_REPORTED\",\"what\":\"ä +&=%\"}";

  private final List<Map<String, String>> published =
      Collections.synchronizedList(new ArrayList<>());
  private HttpServer server;
  private int status = 200;
  private String code = "";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (!ExpectedSignature.isOn(exchange, body, "sns")) {
      status = 403;
      code = "SignatureDoesNotMatch";
    }
    published.add(
        Arrays.stream(new String(body, StandardCharsets.UTF_8).split("&"))
            .map(pair -> pair.split("=", 2))
            .collect(
                Collectors.toMap(
                    pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8))));
    byte[] answer =
        ("<ErrorResponse><Error><Code>" + code + "</Code></Error></ErrorResponse>")
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  @Test
  void a_message_is_published_as_it_is_under_a_signature_that_holds() {
    assertThat(publish(TOPIC, "secret")).isEqualTo(new Outcome(PublishStatus.SUCCESS, ""));

    assertThat(published)
        .containsExactly(
            Map.of(
                "Action",
                "Publish",
                "Version",
                "2010-03-31",
                "TopicArn",
                TOPIC,
                "Message",
                MESSAGE));
  }

  @Test
  void another_secret_is_denied() {
    assertThat(publish(TOPIC, "wrong"))
        .isEqualTo(
            new Outcome(PublishStatus.ACCESS_DENIED, "SNS answered 403 SignatureDoesNotMatch."));
  }

  @ParameterizedTest
  @CsvSource({
    "404, NotFound, TOPIC_DOES_NOT_EXIST",
    "403, AuthorizationError, ACCESS_DENIED",
    "400, InvalidParameter, INTERNAL_ERROR"
  })
  void what_sns_refuses_is_told_in_classics_words(int answer, String word, PublishStatus told) {
    status = answer;
    code = word;
    assertThat(publish(TOPIC, "secret"))
        .isEqualTo(new Outcome(told, "SNS answered " + answer + " " + word + "."));
  }

  @ParameterizedTest
  @CsvSource({"500, InternalError", "503, ServiceUnavailable", "400, ThrottledException", "429, x"})
  void what_may_be_over_soon_fails_so_that_it_is_tried_again(int answer, String word) {
    status = answer;
    code = word;
    assertThatThrownBy(() -> publish(TOPIC, "secret")).hasMessageContaining(word);
  }

  @Test
  void a_server_that_is_away_fails_so_that_it_is_tried_again() {
    server.stop(0);
    assertThatThrownBy(() -> publish(TOPIC, "secret")).hasMessage("SNS cannot be reached");
  }

  @Test
  void a_topic_of_another_account_is_told_nothing() {
    assertThat(publish("arn:aws:sns:eu-central-1:999999999999:runs", "secret").status())
        .isEqualTo(PublishStatus.ACCESS_DENIED);
    assertThat(publish("arn:aws:sqs:eu-central-1:111122223333:runs", "secret").status())
        .isEqualTo(PublishStatus.TOPIC_DOES_NOT_EXIST);
    assertThat(published).isEmpty();
  }

  @Test
  void the_region_of_the_topic_is_part_of_the_address() {
    assertThat(new NotificationSettings.Sns("https://sns.REGION.example", key("s")).of("eu-west-1"))
        .hasHost("sns.eu-west-1.example");
  }

  private Outcome publish(String topic, String secret) {
    String endpoint = "http://127.0.0.1:" + server.getAddress().getPort();
    return new SnsPublisher(
            new NotificationSettings.Sns(endpoint, key(secret)),
            () -> Instant.parse("2026-11-28T12:00:00Z"))
        .publish(TENANT, topic, MESSAGE);
  }

  private static Credentials key(String secret) {
    return new Credentials(ExpectedSignature.KEY, secret, Optional.empty());
  }
}
