package dev.assay.agent.service;

import java.net.URI;
import java.util.List;

/// Where a service is: a scheme, a host and perhaps a port.
public record ServiceAddress(URI uri) {
  /// Reads one.
  ///
  /// @throws IllegalArgumentException where it is none
  public static ServiceAddress parse(String url) {
    URI uri;
    try {
      uri = URI.create(url);
    } catch (IllegalArgumentException malformed) {
      throw new IllegalArgumentException(url + ": expected http(s)://HOST:PORT", malformed);
    }
    if (uri.getHost() == null || !List.of("http", "https").contains(uri.getScheme())) {
      throw new IllegalArgumentException(url + ": expected http(s)://HOST:PORT");
    }
    return new ServiceAddress(uri);
  }

  /// As the Host header has it.
  String host() {
    return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
  }

  @Override
  public String toString() {
    return uri.toString();
  }
}
