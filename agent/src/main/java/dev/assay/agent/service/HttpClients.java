package dev.assay.agent.service;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/// HTTP clients, by whom they trust and which way they go.
public final class HttpClients {
  private HttpClients() {}

  /// Makes one.
  ///
  /// @param trust empty for the system's authorities
  /// @param proxy empty to go straight
  public static HttpClient client(
      Optional<SSLContext> trust, Optional<InetSocketAddress> proxy, Duration patience) {
    HttpClient.Builder client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience);
    trust.ifPresent(client::sslContext);
    client.proxy(proxy.map(ProxySelector::of).orElse(HttpClient.Builder.NO_PROXY));
    return client.build();
  }
}
