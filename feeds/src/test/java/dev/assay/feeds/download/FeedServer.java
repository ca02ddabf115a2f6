package dev.assay.feeds.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// A web server on this machine whose answers follow a script: for each path one after the other,
/// the last one for ever.
final class FeedServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Deque<HttpHandler>> scripts = new ConcurrentHashMap<>();
  private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch closing = new CountDownLatch(1);

  /// A request that came; headers are null where they were not sent.
  record Asked(
      String target,
      @Nullable String range,
      @Nullable String ifRange,
      @Nullable String ifNoneMatch,
      @Nullable String ifModifiedSince,
      @Nullable String userAgent) {}

  FeedServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    var headers = exchange.getRequestHeaders();
    asked.add(
        new Asked(
            exchange.getRequestURI().toString(),
            headers.getFirst("Range"),
            headers.getFirst("If-Range"),
            headers.getFirst("If-None-Match"),
            headers.getFirst("If-Modified-Since"),
            headers.getFirst("User-Agent")));
    Deque<HttpHandler> script = scripts.get(exchange.getRequestURI().getPath());
    HttpHandler handler = script == null ? status(404) : next(script);
    try (exchange) {
      handler.handle(exchange);
    } catch (IOException clientLeft) {
      // as clients do
    }
  }

  private static HttpHandler next(Deque<HttpHandler> script) {
    synchronized (script) {
      return script.size() > 1 ? script.removeFirst() : script.getFirst();
    }
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  int port() {
    return server.getAddress().getPort();
  }

  FeedServer on(String path, HttpHandler... answers) {
    scripts.put(path, new ArrayDeque<>(Arrays.asList(answers)));
    return this;
  }

  List<Asked> asked() {
    return List.copyOf(asked);
  }

  static HttpHandler status(int status) {
    return exchange -> exchange.sendResponseHeaders(status, -1);
  }

  static HttpHandler redirect(String location) {
    return exchange -> {
      exchange.getResponseHeaders().set("Location", location);
      exchange.sendResponseHeaders(302, -1);
    };
  }

  /// Bytes as a well-behaved server sends them: all, the rest, or 304.
  static HttpHandler file(byte[] bytes, String etag) {
    return exchange -> {
      String tag = "\"" + etag + "\"";
      exchange.getResponseHeaders().set("ETag", tag);
      exchange.getResponseHeaders().set("Last-Modified", "Wed, 05 Mar 2025 06:07:08 GMT");
      String range = exchange.getRequestHeaders().getFirst("Range");
      if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
        exchange.sendResponseHeaders(304, -1);
      } else if (range != null && tag.equals(exchange.getRequestHeaders().getFirst("If-Range"))) {
        int from = Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
        exchange
            .getResponseHeaders()
            .set("Content-Range", "bytes " + from + "-" + (bytes.length - 1) + "/" + bytes.length);
        send(exchange, 206, Arrays.copyOfRange(bytes, from, bytes.length));
      } else {
        send(exchange, 200, bytes);
      }
    };
  }

  /// Bytes without anything that identifies their version.
  static HttpHandler bare(byte[] bytes) {
    return exchange -> send(exchange, 200, bytes);
  }

  /// An answer with a header more.
  static HttpHandler with(String name, String value, HttpHandler answer) {
    return exchange -> {
      exchange.getResponseHeaders().add(name, value);
      answer.handle(exchange);
    };
  }

  /// Promises all bytes, sends the first `count` and drops the connection.
  static HttpHandler cut(byte[] bytes, String etag, int count) {
    return exchange -> {
      exchange.getResponseHeaders().set("ETag", "\"" + etag + "\"");
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes, 0, count);
      exchange.getResponseBody().flush();
    };
  }

  /// Sends the first `count` bytes and then nothing more until the server closes.
  HttpHandler stalling(byte[] bytes, int count) {
    return exchange -> {
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes, 0, count);
      exchange.getResponseBody().flush();
      awaitClosing();
    };
  }

  /// Never even sends a head.
  HttpHandler silent() {
    return exchange -> awaitClosing();
  }

  private void awaitClosing() {
    try {
      closing.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, int status, byte[] bytes) throws IOException {
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(bytes);
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
