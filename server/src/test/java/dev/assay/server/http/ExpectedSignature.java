package dev.assay.server.http;

import com.sun.net.httpserver.HttpExchange;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/// The signature that a request to a test's server should have, as the AWS SDK for Java makes it.
public final class ExpectedSignature {
  /// The key that requests are signed under; its secret is `secret`.
  public static final String KEY = "AKIAIOSFODNN7EXAMPLE";

  private static final DateTimeFormatter AMZ_DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private ExpectedSignature() {}

  /// Whether a request has it.
  public static boolean isOn(HttpExchange exchange, byte[] body, String service) {
    String given = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    return given.equals(expected(exchange, body, service, given));
  }

  private static String expected(HttpExchange exchange, byte[] body, String service, String given) {
    boolean s3 = service.equals("s3");
    List<String> signed =
        List.of(given.replaceFirst(".*SignedHeaders=", "").replaceFirst(",.*", "").split(";"));
    SdkHttpRequest.Builder request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.fromValue(exchange.getRequestMethod()))
            .protocol("http")
            .host("127.0.0.1")
            .port(exchange.getLocalAddress().getPort())
            .encodedPath(exchange.getRequestURI().getRawPath());
    for (String name : signed) {
      if (!List.of("host", "x-amz-date", "x-amz-content-sha256").contains(name)) {
        request.putHeader(name, exchange.getRequestHeaders().get(name));
      }
    }
    if (!s3 && signed.contains("x-amz-content-sha256")) {
      request.putHeader(
          "x-amz-content-sha256", exchange.getRequestHeaders().get("x-amz-content-sha256"));
    }
    Instant at = AMZ_DATE.parse(exchange.getRequestHeaders().getFirst("x-amz-date"), Instant::from);
    return AwsV4HttpSigner.create()
        .sign(
            r ->
                r.identity(AwsCredentialsIdentity.create(KEY, "secret"))
                    .request(request.build())
                    .payload(ContentStreamProvider.fromByteArray(body))
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                    .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-central-1")
                    .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, !s3)
                    .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, !s3)
                    .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(at, ZoneOffset.UTC)))
        .request()
        .firstMatchingHeader("Authorization")
        .orElseThrow();
  }
}
