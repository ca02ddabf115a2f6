package dev.assay.feeds.download;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Which proxy to ask: Java's own properties (`https.proxyHost` …) where any is set, else
/// `HTTPS_PROXY`, `HTTP_PROXY` (the latter only in lower case where the program may be a CGI
/// script, which this one never is), `ALL_PROXY` and `NO_PROXY`, in either case, as curl reads
/// them. A proxy's user and password stand in its address.
///
/// For a password to be sent to a proxy that tunnels TLS, Java wants
/// `-Djdk.http.auth.tunneling.disabledSchemes=` set (empty).
public final class Proxies extends ProxySelector {
  private static final List<String> PROPERTIES =
      List.of("http.proxyHost", "https.proxyHost", "socksProxyHost");

  private final Function<String, @Nullable String> environment;
  private final @Nullable ProxySelector byProperties;

  private Proxies(
      Function<String, @Nullable String> environment, @Nullable ProxySelector byProperties) {
    this.environment = environment;
    this.byProperties = byProperties;
  }

  /// By Java's properties, else by an environment such as `System.getenv()`.
  public static Proxies of(Map<String, String> environment) {
    boolean properties =
        PROPERTIES.stream().anyMatch(name -> System.getProperty(name) != null)
            || Boolean.getBoolean("java.net.useSystemProxies");
    return new Proxies(environment::get, properties ? ProxySelector.getDefault() : null);
  }

  @Override
  public List<Proxy> select(URI url) {
    if (byProperties != null) {
      return byProperties.select(url);
    }
    return proxyFor(url)
        .map(proxy -> new Proxy(Proxy.Type.HTTP, address(proxy)))
        .map(List::of)
        .orElse(List.of(Proxy.NO_PROXY));
  }

  private static InetSocketAddress address(URI proxy) {
    int port = proxy.getPort() < 0 ? 3128 : proxy.getPort();
    return InetSocketAddress.createUnresolved(proxy.getHost(), port);
  }

  private Optional<URI> proxyFor(URI url) {
    if (exempt(url)) {
      return Optional.empty();
    }
    String scheme = url.getScheme() + "_proxy";
    return variable(scheme)
        .or(() -> variable("all_proxy"))
        .map(text -> URI.create(text.contains("://") ? text : "http://" + text))
        .filter(proxy -> proxy.getHost() != null);
  }

  private boolean exempt(URI url) {
    String host = url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
    String port = url.getPort() < 0 ? "" : ":" + url.getPort();
    return variable("no_proxy").stream()
        .flatMap(list -> Arrays.stream(list.split("[,\\s]+")))
        .map(entry -> entry.toLowerCase(Locale.ROOT))
        .anyMatch(entry -> matches(entry, host, port));
  }

  private static boolean matches(String entry, String host, String port) {
    if (entry.isEmpty()) {
      return false;
    }
    String name = entry.startsWith("*.") ? entry.substring(1) : entry;
    String suffix = name.startsWith(".") ? name : "." + name;
    String dotted = "." + host;
    return name.equals("*") || dotted.endsWith(suffix) || (dotted + port).endsWith(suffix);
  }

  private Optional<String> variable(String lowerCase) {
    String value = environment.apply(lowerCase);
    String text = value == null ? environment.apply(lowerCase.toUpperCase(Locale.ROOT)) : value;
    return Optional.ofNullable(text).map(String::strip).filter(set -> !set.isEmpty());
  }

  @Override
  public void connectFailed(URI url, SocketAddress proxy, IOException failure) {
    // the failure reaches whoever sent the request
  }

  /// Answers a proxy that asks for a password; empty where no proxy's address has one.
  Optional<Authenticator> authenticator() {
    boolean passwords =
        List.of("http_proxy", "https_proxy", "all_proxy").stream()
            .anyMatch(name -> variable(name).filter(text -> text.contains("@")).isPresent());
    return passwords ? Optional.of(new ProxyPassword()) : Optional.empty();
  }

  private final class ProxyPassword extends Authenticator {
    @Override
    protected @Nullable PasswordAuthentication getPasswordAuthentication() {
      if (getRequestorType() != RequestorType.PROXY) {
        return null;
      }
      String[] parts =
          proxyFor(URI.create(String.valueOf(getRequestingURL())))
              .map(URI::getUserInfo)
              .orElse("")
              .split(":", 2);
      return parts.length < 2 ? null : new PasswordAuthentication(parts[0], parts[1].toCharArray());
    }
  }
}
