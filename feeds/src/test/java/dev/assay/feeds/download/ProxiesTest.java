package dev.assay.feeds.download;

import static dev.assay.feeds.download.FeedServer.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.feeds.download.FileOutcome.Fetched;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxiesTest {
  private static String proxyFor(String url, Map<String, String> environment) {
    Proxy proxy = Proxies.of(environment).select(URI.create(url)).getFirst();
    return proxy.address() instanceof InetSocketAddress address
        ? address.getHostString() + ":" + address.getPort()
        : "none";
  }

  @ParameterizedTest
  @CsvSource({
    "HTTPS_PROXY,http://p.example:8080,https://a.example/,p.example:8080",
    "https_proxy,p.example:8080,https://a.example/,p.example:8080",
    "HTTPS_PROXY,http://p.example:8080,http://a.example/,none",
    "HTTP_PROXY,http://p.example,http://a.example/,p.example:3128",
    "ALL_PROXY,http://user:word@p.example:1,https://a.example/,p.example:1",
  })
  void theEnvironmentNamesTheProxy(String variable, String value, String url, String proxy) {
    assertThat(proxyFor(url, Map.of(variable, value))).isEqualTo(proxy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.example|none",
        ".example|none",
        "*.example|none",
        "*|none",
        "x.example, a.example|none",
        "a.example:443|p.example:1",
        "a.example:8443|none",
        "b.example|p.example:1",
        "ple|p.example:1",
      })
  void someAddressesAreExempt(String exempt, String proxy) {
    assertThat(
            proxyFor(
                "https://a.example:8443/",
                Map.of("HTTPS_PROXY", "http://p.example:1", "NO_PROXY", exempt)))
        .isEqualTo(proxy);
  }

  @Test
  void aPasswordInTheAddressIsUsed() {
    assertThat(Proxies.of(Map.of("HTTPS_PROXY", "http://u:p@p.example:1")).authenticator())
        .isPresent();
    assertThat(Proxies.of(Map.of("HTTPS_PROXY", "http://p.example:1")).authenticator()).isEmpty();
  }

  @Test
  void feedsComeThroughTheProxy(@TempDir Path directory) {
    try (UpdateScene scene = new UpdateScene(directory)) {
      scene.server.on("/kev.json", file(Feeds.kev("CVE-2021-44228"), "v1"));
      FeedsConfiguration configuration = scene.single("http://feeds.invalid/kev.json", "json", "");
      Map<String, String> environment =
          Map.of("http_proxy", "http://127.0.0.1:" + scene.server.port());
      try (Transport transport =
          new HttpTransport(configuration.settings(), Proxies.of(environment))) {
        UpdateResult result = scene.update(configuration, transport);
        assertThat(result.outcomes().values().iterator().next().getFirst())
            .isInstanceOf(Fetched.class);
      }
      assertThat(scene.server.asked())
          .extracting(FeedServer.Asked::target)
          .containsExactly("http://feeds.invalid/kev.json");
    }
  }
}
