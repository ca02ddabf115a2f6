package dev.assay.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.assessment.audit.AuditEntry;
import dev.assay.assessment.audit.AuditEvent;
import dev.assay.assessment.audit.AuditQuery;
import dev.assay.assessment.identity.IdentityName;
import dev.assay.assessment.identity.NewAccessKey;
import dev.assay.assessment.identity.Role;
import dev.assay.assessment.tenant.AccountId;
import dev.assay.awsapi.endpoint.BodyLimit;
import dev.assay.awsapi.endpoint.Handler;
import dev.assay.awsapi.endpoint.Service;
import dev.assay.awsapi.inspector2.DeleteFilterRequest;
import dev.assay.awsapi.inspector2.DeleteFilterResponse;
import dev.assay.awsapi.inspector2.Inspector2Api;
import dev.assay.server.AssayServer;
import dev.assay.server.Ground;
import dev.assay.server.Tenancy;
import dev.assay.server.setting.GivenSettings;
import dev.assay.server.setting.ServerSettings;
import dev.assay.store.DatabaseAddress;
import dev.assay.store.Handles;
import dev.assay.store.scratch.ScratchDatabases;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.inspector2.Inspector2Client;
import software.amazon.awssdk.services.inspector2.model.AccessDeniedException;
import software.amazon.awssdk.services.inspector2.model.Inspector2Exception;
import software.amazon.awssdk.services.inspector2.model.InternalServerException;
import software.amazon.awssdk.services.inspector2.model.ThrottlingException;

/// A real server, real HTTP, the AWS SDK's own client and signatures; one operation that really
/// changes something.
final class ApiTest {
  private static final AccountId ACCOUNT = new AccountId("000000000000");
  private static final String ARN = "arn:aws:inspector2:eu-central-1:000000000000:owner/0/filter/1";

  @TempDir static Path data;
  private static final ByteArrayOutputStream LOG = new ByteArrayOutputStream();
  private static final List<Ground> GROUNDS = new ArrayList<>();
  private static AssayServer server;
  private static NewAccessKey admin;

  @BeforeAll
  static void start() throws IOException {
    DatabaseAddress address = ScratchDatabases.newAddress();
    Map<String, String> environment = new HashMap<>();
    address.password().ifPresent(secret -> environment.put("ASSAY_DATABASE_PASSWORD", secret));
    List<String> flags =
        new ArrayList<>(
            List.of(
                "--port=0",
                "--data=" + data,
                "--database=" + address.url(),
                "--rate-burst=20",
                "--rate-requests=1"));
    address.user().ifPresent(user -> flags.add("--database-user=" + user));
    ServerSettings settings =
        ServerSettings.of(GivenSettings.gather(flags, environment, file -> ""), data, file -> "");
    server = new AssayServer(settings, ApiTest::services, LOG);
    admin = server.started().firstKey().orElseThrow();
    ground()
        .transactions()
        .change(w -> Handles.of(w).execute("create table filters as select ?::text as arn", ARN));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Tenancy services(Ground ground) {
    GROUNDS.add(ground);
    Map<String, Handler> handlers = new HashMap<>();
    for (String operation : Inspector2Api.schema().operations().keySet()) {
      handlers.put(
          operation,
          (caller, input) -> {
            throw new IllegalStateException("secret detail of " + operation);
          });
    }
    handlers.put(
        "DeleteFilter",
        (caller, input) -> {
          String arn = ((DeleteFilterRequest) Objects.requireNonNull(input)).arn();
          ground
              .transactions()
              .change(w -> Handles.of(w).execute("delete from filters where arn = ?", arn));
          return new DeleteFilterResponse(arn);
        });
    return new Api(
        ground,
        List.of(new Service(Inspector2Api.schema(), handlers)),
        Map.of(),
        new BodyLimit(1 << 20));
  }

  @Test
  void an_administrators_change_happens_and_is_noted_with_who_when_and_from_where() {
    try (Inspector2Client client = client(admin)) {
      assertThat(client.deleteFilter(request -> request.arn(ARN)).arn()).isEqualTo(ARN);
    }
    AuditEvent event = latest("inspector2:DeleteFilter", "admin");
    assertThat(event.outcome()).isEqualTo(AuditEvent.COMMITTED);
    assertThat(event.source()).isEqualTo("127.0.0.1");
    assertThat(event.key()).isEqualTo(admin.key().id().value());
    assertThat(event.detail()).contains(ARN);
    String line = logged(event.requestId());
    assertThat(line)
        .contains("\"identity\":\"admin\"", "\"operation\":\"inspector2:DeleteFilter\"")
        .doesNotContain(admin.secret().reveal(), "Signature");
  }

  @Test
  void an_auditor_changes_nothing_and_the_attempt_is_noted() {
    try (Inspector2Client client = client(key("reader", Role.AUDITOR))) {
      assertThatExceptionOfType(AccessDeniedException.class)
          .isThrownBy(() -> client.deleteFilter(request -> request.arn(ARN)))
          .withMessageContaining("reader");
    }
    assertThat(latest("inspector2:DeleteFilter", "reader").outcome())
        .isEqualTo("AccessDeniedException");
  }

  @Test
  void a_revoked_key_is_refused() {
    NewAccessKey key = key("gone", Role.AUDITOR);
    ground().transactions().change(w -> ground().identities().revoke(w, ACCOUNT, key.key().id()));
    try (Inspector2Client client = client(key)) {
      assertThatExceptionOfType(Inspector2Exception.class)
          .isThrownBy(() -> client.deleteFilter(request -> request.arn(ARN)))
          .returns("UnrecognizedClientException", refused -> refused.awsErrorDetails().errorCode());
    }
  }

  @Test
  void another_secret_is_no_signature() {
    NewAccessKey stranger =
        new NewAccessKey(admin.key(), new dev.assay.assessment.identity.SecretKey("guessed"));
    try (Inspector2Client client = client(stranger)) {
      assertThatExceptionOfType(Inspector2Exception.class)
          .isThrownBy(() -> client.deleteFilter(request -> request.arn(ARN)))
          .returns("InvalidSignatureException", refused -> refused.awsErrorDetails().errorCode());
    }
  }

  @Test
  void a_defect_is_told_without_its_detail() {
    try (Inspector2Client client = client(key("seer", Role.AUDITOR))) {
      assertThatExceptionOfType(InternalServerException.class)
          .isThrownBy(() -> client.listFilters(request -> {}))
          .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("secret detail"));
    }
  }

  @Test
  void one_key_that_asks_too_often_is_told_to_wait_and_others_are_not() {
    NewAccessKey eager = key("eager", Role.AGENT);
    try (Inspector2Client client = client(eager)) {
      assertThatExceptionOfType(ThrottlingException.class)
          .isThrownBy(
              () -> {
                for (int i = 0; i < 40; i++) {
                  try {
                    client.listFilters(request -> {});
                  } catch (AccessDeniedException mayNot) {
                    assertThat(mayNot.statusCode()).isEqualTo(403);
                  }
                }
              })
          .satisfies(
              throttled -> {
                assertThat(throttled.statusCode()).isEqualTo(429);
                assertThat(
                        throttled
                            .awsErrorDetails()
                            .sdkHttpResponse()
                            .firstMatchingHeader("Retry-After"))
                    .isPresent();
              });
    }
    try (Inspector2Client other = client(key("patient", Role.AGENT))) {
      assertThatExceptionOfType(AccessDeniedException.class)
          .isThrownBy(() -> other.listFilters(request -> {}));
    }
  }

  @Test
  void the_house_has_paths_of_its_own() throws Exception {
    assertThat(get("/health")).startsWith("200 alive");
    assertThat(get("/ready")).startsWith("200 ready");
    assertThat(get("/metrics")).contains("assay_requests_seconds_count", "operation=\"health\"");
    assertThat(get("/no-such-operation")).startsWith("404").contains("UnknownOperationException");
  }

  private static String get(String path) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> response =
          http.send(
              HttpRequest.newBuilder(URI.create(server.started().url() + path)).build(),
              HttpResponse.BodyHandlers.ofString());
      return response.statusCode() + " " + response.body();
    }
  }

  private static String logged(String requestId) {
    return LOG.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.contains(requestId))
        .findFirst()
        .orElseThrow();
  }

  private static AuditEvent latest(String action, String actor) {
    AuditQuery query =
        new AuditQuery(
            ACCOUNT,
            Optional.of(actor),
            Optional.of(action),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            1);
    List<AuditEntry> found =
        ground().transactions().read(reading -> ground().auditLog().find(reading, query));
    return found.getFirst().event();
  }

  private static NewAccessKey key(String name, Role role) {
    return ground()
        .transactions()
        .write(
            w ->
                ground()
                    .identities()
                    .createKey(w, ACCOUNT, new IdentityName(name), role, "", Optional.empty()));
  }

  private static Ground ground() {
    return GROUNDS.getFirst();
  }

  private static Inspector2Client client(NewAccessKey key) {
    return Inspector2Client.builder()
        .endpointOverride(URI.create(server.started().url()))
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(key.key().id().value(), key.secret().reveal())))
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(o -> o.retryStrategy(DefaultRetryStrategy.doNotRetry()))
        .build();
  }
}
