package dev.assay.server.export;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assay.server.http.ExpectedSignature;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// PutObject and nothing else. Which signature a request should have, the AWS SDK for Java says.
final class SmallS3 implements AutoCloseable {
  static final String KEY = ExpectedSignature.KEY;
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
    if (status != 200) {
      answer(exchange, status, code);
    } else if (!ExpectedSignature.isOn(exchange, body, "s3")) {
      answer(exchange, 403, "SignatureDoesNotMatch");
    } else {
      objects.put(exchange.getRequestURI().getPath(), new String(body, StandardCharsets.UTF_8));
      answer(exchange, 200, "");
    }
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
