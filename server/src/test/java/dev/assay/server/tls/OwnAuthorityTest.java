package dev.assay.server.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.server.http.Answer;
import dev.assay.server.http.HttpEdge;
import dev.assay.server.http.Limits;
import dev.assay.server.http.Refusal;
import dev.assay.server.http.Request;
import dev.assay.server.http.RequestHandler;
import dev.assay.server.http.Response;
import dev.assay.server.http.TlsIdentity;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OwnAuthorityTest {
  @TempDir Path directory;
  private final Instant now = Instant.now();

  @Test
  void a_client_that_trusts_the_authority_trusts_the_server() throws Exception {
    OwnAuthority authority = OwnAuthority.in(directory, now);
    try (HttpEdge edge = open(authority.certify(List.of("localhost", "127.0.0.1"), now))) {
      for (String name : List.of("localhost", "127.0.0.1")) {
        HttpResponse<String> response = get(name, edge.port(), trusting("ca.pem"));
        assertThat(response.body()).isEqualTo("safe");
        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
      }
    }
  }

  @Test
  void a_certificate_is_for_its_names_only() throws Exception {
    OwnAuthority authority = OwnAuthority.in(directory, now);
    try (HttpEdge edge = open(authority.certify(List.of("elsewhere.example"), now))) {
      assertThatExceptionOfType(SSLHandshakeException.class)
          .isThrownBy(() -> get("localhost", edge.port(), trusting("ca.pem")));
    }
  }

  @Test
  void the_authority_is_kept_and_its_key_is_private() throws Exception {
    OwnAuthority founded = OwnAuthority.in(directory, now);
    OwnAuthority opened = OwnAuthority.in(directory, now.plus(Duration.ofDays(300)));
    assertThat(opened.fingerprint()).isEqualTo(founded.fingerprint()).matches("(..:){31}..");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(directory.resolve("ca-key.pem"))))
        .isEqualTo("rw-------");
  }

  @Test
  void a_chain_holds_by_the_rules_of_the_jdk_and_ends() throws Exception {
    OwnAuthority authority = OwnAuthority.in(directory, now);
    X509Certificate server = authority.certify(List.of("localhost"), now).chain().getFirst();
    X509Certificate root =
        Pem.certificates(Files.readString(directory.resolve("ca.pem"))).getFirst();
    server.verify(root.getPublicKey());
    root.verify(root.getPublicKey());
    assertThat(server.getBasicConstraints()).as("no authority itself").isEqualTo(-1);
    assertThat(root.getBasicConstraints()).isZero();
    assertThat(server.getNotAfter().toInstant()).isBefore(now.plus(Duration.ofDays(398)));
  }

  private HttpResponse<String> get(String name, int port, SSLContext trust) throws Exception {
    try (HttpClient client = HttpClient.newBuilder().sslContext(trust).build()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("https://" + name + ":" + port + "/")).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private SSLContext trusting(String file) throws Exception {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    store.setCertificateEntry(
        "ca", Pem.certificates(Files.readString(directory.resolve(file))).getFirst());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static HttpEdge open(TlsIdentity identity) {
    RequestHandler safe =
        new RequestHandler() {
          @Override
          public Answer handle(Request request) {
            return Answer.plain("safe", Response.of(200, "text/plain", "safe"));
          }

          @Override
          public Answer refused(Request request, Refusal refusal) {
            return refusal.to(request);
          }
        };
    return HttpEdge.open(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        Optional.of(identity),
        new Limits(1_000, 8_192, 10, 100, Duration.ofSeconds(10), Duration.ofSeconds(60)),
        Duration.ofSeconds(1),
        safe);
  }
}
