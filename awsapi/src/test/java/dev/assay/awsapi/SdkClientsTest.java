package dev.assay.awsapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.assay.awsapi.endpoint.Authorizer;
import dev.assay.awsapi.endpoint.BodyLimit;
import dev.assay.awsapi.endpoint.Endpoint;
import dev.assay.awsapi.endpoint.Handler;
import dev.assay.awsapi.endpoint.Observer;
import dev.assay.awsapi.http.Headers;
import dev.assay.awsapi.http.Request;
import dev.assay.awsapi.http.Response;
import dev.assay.awsapi.inspector2.ListFindingsRequest;
import dev.assay.awsapi.inspector2.UntagResourceRequest;
import dev.assay.awsapi.inspector2.UntagResourceResponse;
import dev.assay.awsapi.inspectorscan.ScanSbomRequest;
import dev.assay.awsapi.inspectorscan.ScanSbomResponse;
import dev.assay.awsapi.sigv4.SignatureVerifier;
import dev.assay.awsapi.sigv4.SigningKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.inspector.InspectorClient;
import software.amazon.awssdk.services.inspector.model.InvalidInputException;
import software.amazon.awssdk.services.inspector2.Inspector2Client;
import software.amazon.awssdk.services.inspector2.model.ValidationException;
import software.amazon.awssdk.services.inspectorscan.InspectorScanClient;

/// The AWS SDK's own clients, signed, over a socket on loopback.
class SdkClientsTest {
  private static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("AKID", "secret"));

  private final AtomicReference<Handler> handler = new AtomicReference<>((_, _) -> null);
  private @Nullable HttpServer server;

  @BeforeEach
  void start() throws IOException {
    SigningKey key = new SigningKey("AKID", "secret", Optional.empty(), "111122223333", "ann");
    Endpoint endpoint =
        new Endpoint(
            Services.ALL.stream()
                .map(schema -> Services.with(schema, (c, in) -> handler.get().handle(c, in)))
                .toList(),
            new SignatureVerifier(_ -> Optional.of(key), InstantSource.system()),
            Authorizer.ANY,
            new BodyLimit(1 << 20),
            () -> "r",
            Observer.NONE);
    HttpServer started =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    started.createContext(
        "/",
        exchange -> {
          URI uri = exchange.getRequestURI();
          Response response =
              endpoint.handle(
                  new Request(
                      exchange.getRequestMethod(),
                      uri.getRawPath(),
                      Optional.ofNullable(uri.getRawQuery()).orElse(""),
                      new Headers(exchange.getRequestHeaders()),
                      exchange.getRequestBody()));
          response.headers().values().forEach(exchange.getResponseHeaders()::put);
          exchange.sendResponseHeaders(
              response.status(), response.body().length == 0 ? -1 : response.body().length);
          exchange.getResponseBody().write(response.body());
          exchange.close();
        });
    started.start();
    server = started;
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  @Test
  void a_violation_is_the_sdks_own_exception_with_the_members_names() {
    try (Inspector2Client client = v2()) {
      assertThatThrownBy(() -> client.listFindings(r -> r.maxResults(101)))
          .isInstanceOfSatisfying(
              ValidationException.class,
              e -> assertThat(e.fields().getFirst().name()).isEqualTo("maxResults"));
    }
  }

  @Test
  void what_the_sdk_sends_is_what_a_handler_gets() {
    AtomicReference<@Nullable Object> got = new AtomicReference<>();
    handler.set(
        (_, input) -> {
          got.set(input);
          return dev.assay.awsapi.inspector2.ListFindingsResponse.builder().build();
        });
    try (Inspector2Client client = v2()) {
      client.listFindings(
          r ->
              r.maxResults(7)
                  .nextToken("é\"\\")
                  .sortCriteria(s -> s.field("SEVERITY").sortOrder("DESC")));
    }
    assertThat(got.get())
        .isInstanceOfSatisfying(
            ListFindingsRequest.class,
            input -> {
              assertThat(input.maxResults()).isEqualTo(7);
              assertThat(input.nextToken()).isEqualTo("é\"\\");
            });
  }

  @Test
  void classic_answers_what_the_sdk_reads() {
    handler.set(
        (_, _) ->
            new dev.assay.awsapi.inspector.CreateAssessmentTargetResponse("arn:aws:inspector:x"));
    try (InspectorClient client = classic()) {
      assertThat(
              client
                  .createAssessmentTarget(r -> r.assessmentTargetName("all hosts"))
                  .assessmentTargetArn())
          .isEqualTo("arn:aws:inspector:x");
      assertThatThrownBy(() -> client.createAssessmentTarget(r -> r.assessmentTargetName("")))
          .isInstanceOfSatisfying(
              InvalidInputException.class,
              e -> {
                assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidInputException");
                assertThat(e.canRetry()).isFalse();
              });
    }
  }

  @Test
  void a_document_goes_both_ways() {
    handler.set(
        (_, input) ->
            new ScanSbomResponse(((ScanSbomRequest) Objects.requireNonNull(input)).sbom()));
    Document sbom =
        Document.fromMap(
            Map.of("bomFormat", Document.fromString("CycloneDX"), "n", Document.fromNumber(1)));
    try (InspectorScanClient client =
        InspectorScanClient.builder()
            .endpointOverride(endpoint())
            .region(Region.EU_WEST_1)
            .credentialsProvider(CREDENTIALS)
            .httpClient(UrlConnectionHttpClient.create())
            .build()) {
      assertThat(client.scanSbom(r -> r.sbom(sbom)).sbom().asMap().get("bomFormat"))
          .isEqualTo(Document.fromString("CycloneDX"));
    }
  }

  @Test
  void labels_and_typed_queries_arrive() {
    AtomicReference<@Nullable Object> got = new AtomicReference<>();
    handler.set(
        (_, input) -> {
          got.set(input);
          return UntagResourceResponse.builder().build();
        });
    String arn = "arn:aws:inspector2:eu-west-1:111122223333:owner/111122223333/filter/abc";
    try (Inspector2Client client = v2()) {
      client.untagResource(r -> r.resourceArn(arn).tagKeys("a", "b+c"));
    }
    assertThat(got.get()).isEqualTo(new UntagResourceRequest(arn, List.of("a", "b+c")));
  }

  private Inspector2Client v2() {
    return Inspector2Client.builder()
        .endpointOverride(endpoint())
        .region(Region.EU_WEST_1)
        .credentialsProvider(CREDENTIALS)
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  private InspectorClient classic() {
    return InspectorClient.builder()
        .endpointOverride(endpoint())
        .region(Region.EU_WEST_1)
        .credentialsProvider(CREDENTIALS)
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  private URI endpoint() {
    return URI.create("http://127.0.0.1:" + Objects.requireNonNull(server).getAddress().getPort());
  }
}
