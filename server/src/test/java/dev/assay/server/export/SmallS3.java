package dev.assay.server.export;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/// PutObject and nothing else. Which signature a request should have, the AWS SDK for Java says.
final class SmallS3 implements AutoCloseable {
  static final String KEY = "AKIAIOSFODNN7EXAMPLE";
  private static final DateTimeFormatter AMZ_DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  final Map<String, String> objects = new ConcurrentHashMap<>();
  volatile Headers lastHeaders = new Headers();
  private final HttpServer server;
  private volatile int status = 200;
  private volatile String code = "";

  SmallS3() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// From now on refuses everything.
  void refuse(int answer, String word) {
    status = answer;
    code = word;
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    lastHeaders = exchange.getRequestHeaders();
    String given = String.valueOf(lastHeaders.getFirst("Authorization"));
    if (status != 200) {
      answer(exchange, status, code);
    } else if (!given.equals(expected(exchange, body, given))) {
      answer(exchange, 403, "SignatureDoesNotMatch");
    } else {
      objects.put(exchange.getRequestURI().getPath(), new String(body, StandardCharsets.UTF_8));
      answer(exchange, 200, "");
    }
  }

  private String expected(HttpExchange exchange, byte[] body, String given) {
    List<String> signed =
        List.of(given.replaceFirst(".*SignedHeaders=", "").replaceFirst(",.*", "").split(";"));
    SdkHttpRequest.Builder request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.fromValue(exchange.getRequestMethod()))
            .protocol("http")
            .host("127.0.0.1")
            .port(server.getAddress().getPort())
            .encodedPath(exchange.getRequestURI().getRawPath());
    for (String name : signed) {
      if (!List.of("host", "x-amz-date", "x-amz-content-sha256").contains(name)) {
        request.putHeader(name, exchange.getRequestHeaders().get(name));
      }
    }
    Instant at = AMZ_DATE.parse(exchange.getRequestHeaders().getFirst("x-amz-date"), Instant::from);
    return AwsV4HttpSigner.create()
        .sign(
            r ->
                r.identity(AwsCredentialsIdentity.create(KEY, "secret"))
                    .request(request.build())
                    .payload(ContentStreamProvider.fromByteArray(body))
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-central-1")
                    .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                    .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
                    .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(at, ZoneOffset.UTC)))
        .request()
        .firstMatchingHeader("Authorization")
        .orElseThrow();
  }

  private static void answer(HttpExchange exchange, int status, String code) throws IOException {
    byte[] body =
        code.isEmpty()
            ? new byte[0]
            : ("<Error><Code>" + code + "</Code></Error>").getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
