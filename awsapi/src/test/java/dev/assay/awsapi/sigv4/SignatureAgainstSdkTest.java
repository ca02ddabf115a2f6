package dev.assay.awsapi.sigv4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.awsapi.http.Headers;
import dev.assay.awsapi.http.Request;
import dev.assay.awsapi.protocol.Call;
import dev.assay.awsapi.protocol.RefusedException;
import dev.assay.awsapi.value.Caller;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/// Signatures that the AWS SDK for Java makes are believed; changed ones are not.
class SignatureAgainstSdkTest {
  private static final Instant NOW = Instant.parse("2026-11-28T09:00:00Z");
  private static final String ID = "AKIDEXAMPLE";
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
  private static final byte[] BODY = "{\"é\":1}".getBytes(StandardCharsets.UTF_8);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/findings/list",
        "/tags/arn%3Aaws%3Ainspector2%3Aus-east-1%3A1%3Afilter%2Fx?tagKeys=b%20c&tagKeys=a",
        "/tags/a:b/c?x=&y=%E2%82%AC&x=1",
        "/a/../b/./c//d"
      })
  void a_request_signed_by_the_sdk_is_believed(String uri) {
    Caller caller = verify(sdk(uri, BODY, Optional.empty(), Optional.empty()), BODY, NOW, false);
    assertThat(caller).isEqualTo(new Caller("111122223333", "ann", ID, "eu-west-1", "r"));
  }

  @Test
  void a_presigned_request_is_believed_as_long_as_it_says() {
    Request request =
        sdk("/a?b=c", new byte[0], Optional.empty(), Optional.of(Duration.ofHours(1)));
    assertThat(verify(request, new byte[0], NOW.plusSeconds(3599), false).identity())
        .isEqualTo("ann");
    refused(request, new byte[0], NOW.plusSeconds(3601), "InvalidSignatureException");
  }

  @Test
  void a_session_token_must_be_the_keys() {
    Request request = sdk("/", BODY, Optional.of("token"), Optional.empty());
    assertThat(verify(request, BODY, NOW, true).identity()).isEqualTo("ann");
    assertThatThrownBy(() -> verify(request, BODY, NOW, false))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> assertThat(e.code()).isEqualTo("UnrecognizedClientException"));
  }

  @Test
  void a_changed_body_or_path_or_header_is_not_believed() {
    Request request = sdk("/", BODY, Optional.empty(), Optional.empty());
    refused(request, "{}".getBytes(StandardCharsets.UTF_8), NOW, "InvalidSignatureException");
    Request moved = new Request("POST", "/other", "", request.headers(), request.body());
    refused(moved, BODY, NOW, "InvalidSignatureException");
    Request added =
        new Request(
            "POST", "/", "", request.headers().with("x-amz-target", "Evil"), request.body());
    refused(added, BODY, NOW, "InvalidSignatureException");
  }

  @Test
  void fifteen_minutes_of_skew_and_not_a_second_more() {
    Request request = sdk("/", BODY, Optional.empty(), Optional.empty());
    assertThat(verify(request, BODY, NOW.plusSeconds(900), false).identity()).isEqualTo("ann");
    assertThat(verify(request, BODY, NOW.minusSeconds(900), false).identity()).isEqualTo("ann");
    refused(request, BODY, NOW.plusSeconds(901), "InvalidSignatureException");
    refused(request, BODY, NOW.minusSeconds(901), "InvalidSignatureException");
  }

  @Test
  void an_unsigned_request_is_refused() {
    Request request = new Request("POST", "/", "", Headers.NONE, new ByteArrayInputStream(BODY));
    refused(request, BODY, NOW, "MissingAuthenticationTokenException");
  }

  @Test
  void our_own_signature_is_the_sdks_and_is_believed() {
    Call call = new Call("POST", "/a/b%3Ac", "q=1", Headers.NONE.with("content-type", "x/y"), BODY);
    Headers headers =
        new Signer(new Credentials(ID, SECRET, Optional.empty()), "eu-west-1", "inspector2")
            .sign(call, "localhost:8080", NOW);
    Request request =
        new Request("POST", "/a/b%3Ac", "q=1", headers, new ByteArrayInputStream(BODY));
    assertThat(verify(request, BODY, NOW, false).identity()).isEqualTo("ann");
  }

  /// The facts of the example that AWS publishes for `GET /` of IAM's ListUsers.
  @Test
  void the_published_example_has_its_published_signature() {
    CanonicalRequest canonical =
        new CanonicalRequest(
            "GET",
            "/",
            CanonicalRequest.PathForm.NORMALISED,
            dev.assay.awsapi.http.Query.parse("Action=ListUsers&Version=2010-05-08"),
            new Headers(
                Map.of(
                    "Content-Type", List.of("application/x-www-form-urlencoded; charset=utf-8"),
                    "Host", List.of("iam.amazonaws.com"),
                    "X-Amz-Date", List.of("20150830T123600Z"))),
            List.of("content-type", "host", "x-amz-date"),
            Hashing.sha256(new byte[0]));
    Scope scope = new Scope("20150830", "us-east-1", "iam");
    assertThat(Hashing.sign(SECRET, scope, canonical.stringToSign("20150830T123600Z", scope)))
        .isEqualTo("5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7");
  }

  private static void refused(Request request, byte[] body, Instant now, String code) {
    assertThatThrownBy(() -> verify(request, body, now, false))
        .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static Caller verify(Request request, byte[] body, Instant now, boolean session) {
    SigningKey key =
        new SigningKey(
            ID, SECRET, session ? Optional.of("token") : Optional.empty(), "111122223333", "ann");
    return new SignatureVerifier(
            id -> id.equals(ID) ? Optional.of(key) : Optional.empty(), InstantSource.fixed(now))
        .authenticate(request, body, "inspector2", "r");
  }

  private static Request sdk(
      String uri, byte[] body, Optional<String> token, Optional<Duration> presigned) {
    URI whole = URI.create("http://localhost:8080" + uri);
    SdkHttpRequest.Builder unsigned =
        SdkHttpRequest.builder()
            .method(presigned.isPresent() ? SdkHttpMethod.GET : SdkHttpMethod.POST)
            .uri(whole)
            .putHeader("Content-Type", "application/json");
    AwsCredentialsIdentity identity =
        token.isPresent()
            ? AwsSessionCredentialsIdentity.create(ID, SECRET, token.get())
            : AwsCredentialsIdentity.create(ID, SECRET);
    SignedRequest signed =
        AwsV4HttpSigner.create()
            .sign(
                r -> {
                  r.identity(identity)
                      .request(unsigned.build())
                      .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "inspector2")
                      .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-west-1")
                      .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(NOW, ZoneOffset.UTC));
                  if (body.length > 0) {
                    r.payload(ContentStreamProvider.fromByteArray(body));
                  }
                  presigned.ifPresent(
                      d ->
                          r.putProperty(
                                  AwsV4HttpSigner.AUTH_LOCATION,
                                  AwsV4HttpSigner.AuthLocation.QUERY_STRING)
                              .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, d));
                });
    SdkHttpRequest request = signed.request();
    return new Request(
        request.method().name(),
        request.encodedPath(),
        request.encodedQueryParameters().orElse(""),
        new Headers(request.headers()),
        new ByteArrayInputStream(body));
  }
}
