package dev.assay.server.http;

import io.helidon.common.tls.Tls;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.DirectHandler.TransportResponse;
import io.helidon.http.HeaderNames;
import io.helidon.http.encoding.ContentEncodingContext;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http2.Http2Config;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// The HTTP server: Helidon is known here and in what this class is made of. One virtual thread
/// serves each connection or, in HTTP/2, each stream.
public final class HttpEdge implements AutoCloseable {
  private static final Duration LONGEST_READ = Duration.ofSeconds(10);
  private static final Duration AFTER_GRACE = Duration.ofSeconds(1);

  private final RequestHandler handler;
  private final Limits limits;
  private final Duration grace;
  private final Semaphore places;
  private final RequestReader reader;
  private final WebServer server;

  private HttpEdge(
      InetSocketAddress address,
      Optional<TlsIdentity> tls,
      Limits limits,
      Duration grace,
      RequestHandler handler) {
    this.handler = handler;
    this.limits = limits;
    this.grace = grace;
    this.places = new Semaphore(limits.requests());
    this.reader = new RequestReader(limits);
    this.server = configured(address, tls).build();
  }

  /// Opens the port and serves.
  ///
  /// @param grace how long `close` waits for requests that are being handled
  /// @throws PortException where the port cannot be opened
  public static HttpEdge open(
      InetSocketAddress address,
      Optional<TlsIdentity> tls,
      Limits limits,
      Duration grace,
      RequestHandler handler) {
    // The library only logs why it could not open a port.
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(address);
    } catch (IOException inUse) {
      throw new PortException(address, inUse);
    }
    HttpEdge edge = new HttpEdge(address, tls, limits, grace, handler);
    edge.server.start();
    if (!edge.server.isRunning()) {
      throw new PortException(address, new IOException("it was taken just now"));
    }
    return edge;
  }

  public int port() {
    return server.port();
  }

  private WebServerConfig.Builder configured(InetSocketAddress address, Optional<TlsIdentity> tls) {
    WebServerConfig.Builder config =
        WebServer.builder()
            .address(address.getAddress())
            .port(address.getPort())
            .shutdownHook(false)
            .shutdownGracePeriod(AFTER_GRACE)
            .maxTcpConnections(limits.connections())
            .idleConnectionTimeout(limits.idleTime())
            .connectionOptions(options -> options.readTimeout(LONGEST_READ))
            .protocolsDiscoverServices(false)
            // A body stays as it was sent: that is what its signature is of.
            .contentEncoding(
                ContentEncodingContext.builder()
                    .contentEncodingsDiscoverServices(false)
                    .addContentEncoding(new LeftPacked())
                    .build())
            .addProtocol(
                Http1Config.builder()
                    .maxHeadersSize(limits.header())
                    .maxPrologueLength(limits.header())
                    .build())
            .addProtocol(Http2Config.builder().maxHeaderListSize(limits.header()).build())
            .directHandlers(plainWords())
            .routing(HttpRouting.builder().any(this::serve));
    tls.ifPresent(
        identity ->
            config.tls(
                Tls.builder()
                    .privateKey(identity.key())
                    .privateKeyCertChain(identity.chain())
                    .addEnabledProtocol("TLSv1.3")
                    .addEnabledProtocol("TLSv1.2")
                    .addApplicationProtocol("h2")
                    .addApplicationProtocol("http/1.1")
                    .build()));
    return config;
  }

  /// What is no HTTP at all is answered with the status alone: no echo of what was sent.
  private static DirectHandlers plainWords() {
    DirectHandlers.Builder handlers = DirectHandlers.builder();
    for (EventType type : EventType.values()) {
      handlers.addHandler(
          type,
          (request, event, status, headers, message) ->
              TransportResponse.builder().status(status).headers(headers).keepAlive(false).build());
    }
    return handlers.build();
  }

  private void serve(ServerRequest request, ServerResponse response) {
    String id = UUID.randomUUID().toString();
    if (!places.tryAcquire()) {
      refuse(
          request,
          response,
          id,
          new Refusal(503, "ServiceUnavailable", "too many requests at once"));
      return;
    }
    try {
      Request whole;
      try {
        whole = reader.read(request, id);
      } catch (RequestReader.UnreadException unread) {
        refuse(request, response, id, unread.refusal());
        return;
      }
      send(response, id, handler.handle(whole).response());
      // Not after a refusal: whoever still sends would lose the answer to a reset connection.
      if (isLast(request)) {
        throw new CloseConnectionException("this was its last answer");
      }
    } catch (IOException gone) {
      throw new java.io.UncheckedIOException(gone);
    } finally {
      places.release();
    }
  }

  /// Whatever is left of the request is not waited for.
  private void refuse(ServerRequest request, ServerResponse response, String id, Refusal refusal) {
    response.headers().set(HeaderNames.CONNECTION, "close");
    send(response, id, handler.refused(RequestReader.head(request, id), refusal).response());
  }

  private static void send(ServerResponse response, String id, Response answer) {
    response.status(answer.status());
    for (Header header : answer.headers()) {
      response.headers().add(HeaderNames.create(header.name()), header.value());
    }
    response.headers().set(HeaderNames.create("x-amzn-RequestId"), id);
    response.send(answer.body());
  }

  /// Whether the client asked for the connection to end with the answer (RFC 9112, 9.6), which the
  /// answer then promises and this version of the library does not see to. A stream of HTTP/2 ends
  /// by itself.
  private static boolean isLast(ServerRequest request) {
    return request.prologue().protocolVersion().startsWith("1")
        && request.headers().contains(HeaderNames.CONNECTION)
        && request.headers().get(HeaderNames.CONNECTION).allValues(true).stream()
            .anyMatch(option -> option.strip().equalsIgnoreCase("close"));
  }

  /// Waits for what is being handled, for a while, and stops.
  @Override
  public synchronized void close() {
    if (!server.isRunning()) {
      return;
    }
    try {
      if (!places.tryAcquire(limits.requests(), grace.toMillis(), TimeUnit.MILLISECONDS)) {
        System.getLogger(HttpEdge.class.getName())
            .log(System.Logger.Level.WARNING, "stopped with requests still being handled");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    server.stop();
  }
}
