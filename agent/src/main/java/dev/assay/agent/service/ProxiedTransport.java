package dev.assay.agent.service;

import dev.assay.awsapi.http.Headers;
import dev.assay.awsapi.http.Response;
import dev.assay.awsapi.protocol.Call;
import java.io.IOException;
import java.net.InetSocketAddress;

/// A way through a proxy, which is named where no answer comes: it may be the proxy that is away.
///
/// @param way goes through it
public record ProxiedTransport(Transport way, InetSocketAddress proxy) implements Transport {
  @Override
  public Response send(ServiceAddress service, Call call, Headers headers)
      throws IOException, InterruptedException {
    try {
      return way.send(service, call, headers);
    } catch (IOException failure) {
      throw new IOException(
          "through the proxy %s:%d, %s"
              .formatted(
                  proxy.getHostString(),
                  proxy.getPort(),
                  ServiceUnreachableException.words(failure)),
          failure);
    }
  }
}
