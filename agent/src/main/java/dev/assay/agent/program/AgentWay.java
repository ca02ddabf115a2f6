package dev.assay.agent.program;

import dev.assay.agent.service.HttpClients;
import dev.assay.agent.service.HttpTransport;
import dev.assay.agent.service.PinnedAuthority;
import dev.assay.agent.service.ProxiedTransport;
import dev.assay.agent.service.ServiceAddress;
import dev.assay.agent.service.Transport;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The way from an agent to its service: whom it trusts, and through which proxy it goes.
final class AgentWay {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int HTTP_PORT = 80;

  private AgentWay() {}

  static Transport transport(
      ServiceAddress service, @Nullable String fingerprint, Optional<InetSocketAddress> proxy) {
    boolean secure = "https".equals(service.uri().getScheme());
    Transport way =
        new HttpTransport(
            HttpClients.client(
                secure
                    ? Optional.ofNullable(fingerprint).map(PinnedAuthority::context)
                    : Optional.empty(),
                proxy,
                PATIENCE),
            PATIENCE);
    return proxy.<Transport>map(through -> new ProxiedTransport(way, through)).orElse(way);
  }

  /// The proxy that was asked for or that the environment names, as curl reads it.
  static Optional<InetSocketAddress> proxy(
      ServiceAddress service, @Nullable String asked, Map<String, String> environment) {
    if (asked != null) {
      return Optional.of(address("--proxy", asked));
    }
    String host = service.uri().getHost();
    if (isExcepted(host, variable(environment, "no_proxy"))) {
      return Optional.empty();
    }
    boolean secure = "https".equals(service.uri().getScheme());
    return Optional.of(variable(environment, secure ? "https_proxy" : "http_proxy"))
        .filter(url -> !url.isBlank())
        .map(url -> address(secure ? "HTTPS_PROXY" : "HTTP_PROXY", url));
  }

  private static String variable(Map<String, String> environment, String name) {
    return environment.getOrDefault(
        name, environment.getOrDefault(name.toUpperCase(Locale.ROOT), ""));
  }

  private static boolean isExcepted(String host, String exceptions) {
    return Arrays.stream(exceptions.split(",", -1))
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .anyMatch(
            one ->
                one.equals("*")
                    || host.equals(one)
                    || host.endsWith(one.startsWith(".") ? one : "." + one));
  }

  private static InetSocketAddress address(String what, String url) {
    try {
      URI uri = URI.create(url.contains("://") ? url : "http://" + url);
      if (uri.getHost() != null && "http".equals(uri.getScheme()) && uri.getUserInfo() == null) {
        return new InetSocketAddress(uri.getHost(), uri.getPort() < 0 ? HTTP_PORT : uri.getPort());
      }
    } catch (IllegalArgumentException malformed) {
      throw new UnusableException(
          what + ": expected http://HOST:PORT, without a password", malformed);
    }
    throw new UnusableException(what + ": expected http://HOST:PORT, without a password");
  }
}
