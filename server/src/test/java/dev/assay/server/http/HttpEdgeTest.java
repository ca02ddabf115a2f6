package dev.assay.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpEdgeTest {
  private static final int LARGEST = 1_000;
  private static final InetSocketAddress ANY_PORT =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch entered = new CountDownLatch(1);
  private final HttpEdge edge = open(new Echo());
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    held.countDown();
    client.close();
    edge.close();
  }

  @Test
  void a_request_comes_whole_and_as_it_was_sent() throws Exception {
    HttpResponse<String> response =
        send(request("/a%2Fb/c?x=%20y&z").header("X-One", "1").POST(BodyPublishers.ofString("ä")));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .contains("POST /a%2Fb/c ? x=%20y&z")
        .containsIgnoringCase("x-one: 1")
        .containsIgnoringCase("host: 127.0.0.1:" + edge.port())
        .endsWith("ä");
    assertThat(response.headers().firstValue("x-amzn-RequestId")).isPresent();
  }

  @Test
  void http_2_is_spoken() throws Exception {
    try (HttpClient two = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
      HttpResponse<String> first = two.send(request("/").build(), BodyHandlers.ofString());
      HttpResponse<String> second =
          two.send(
              request("/two").POST(BodyPublishers.ofString("body")).build(),
              BodyHandlers.ofString());
      assertThat(first.statusCode()).isEqualTo(200);
      assertThat(second.version()).isEqualTo(HttpClient.Version.HTTP_2);
      assertThat(second.body()).contains("POST /two").endsWith("body");
    }
  }

  @Test
  void a_body_that_is_too_large_is_refused_with_and_without_its_length() throws Exception {
    HttpResponse<String> told =
        send(request("/").POST(BodyPublishers.ofByteArray(new byte[LARGEST + 1])));
    assertThat(told.statusCode()).isEqualTo(413);
    HttpResponse<String> chunked =
        send(
            request("/")
                .POST(
                    BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(new byte[LARGEST + 1]))));
    assertThat(chunked.statusCode()).isEqualTo(413);
    assertThat(send(request("/").POST(BodyPublishers.ofByteArray(new byte[LARGEST]))).statusCode())
        .isEqualTo(200);
  }

  @Test
  void headers_that_are_too_large_are_refused() throws Exception {
    assertThat(send(request("/").header("X-Long", "x".repeat(9_000))).statusCode())
        .isBetween(400, 499);
  }

  @Test
  void a_body_that_trickles_is_given_up() throws Exception {
    String answer =
        raw(
            "POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 100\r\n\r\n",
            socket -> {
              for (int i = 0; i < 30; i++) {
                socket.getOutputStream().write('x');
                socket.getOutputStream().flush();
                Thread.sleep(100);
              }
            });
    assertThat(answer).startsWith("HTTP/1.1 408");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET / HTTP/1.1", "POST / HTTP/1.1\r\nContent-Length: 4"})
  void a_connection_ends_with_the_answer_where_that_was_asked_for(String line) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), edge.port())) {
      socket.setSoTimeout(15_000);
      String head = line + "\r\nHost: here\r\nConnection: TE, close\r\n\r\n";
      socket.getOutputStream().write((head + "body").getBytes(StandardCharsets.US_ASCII));
      String whole = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(whole).startsWith("HTTP/1.1 200").contains("Host: here");
    }
  }

  @Test
  void what_is_no_http_is_answered_without_an_echo() throws Exception {
    assertThat(raw("<script>alert(1)</script>\r\n\r\n", socket -> {})).doesNotContain("script");
  }

  @Test
  void more_at_once_than_there_are_places_for_are_refused() throws Exception {
    CompletableFuture<HttpResponse<String>> slow =
        client.sendAsync(request("/hold").build(), BodyHandlers.ofString());
    entered.await();
    HttpResponse<String> second = send(request("/"));
    assertThat(second.statusCode()).isEqualTo(503);
    assertThat(second.body()).contains("too many");
    held.countDown();
    assertThat(slow.get().statusCode()).isEqualTo(200);
  }

  @Test
  void closing_waits_for_what_has_begun() throws Exception {
    CompletableFuture<HttpResponse<String>> slow =
        client.sendAsync(request("/hold").build(), BodyHandlers.ofString());
    entered.await();
    Thread closing = Thread.ofVirtual().start(edge::close);
    Thread.sleep(200);
    assertThat(slow).isNotDone();
    held.countDown();
    assertThat(slow.get().statusCode()).isEqualTo(200);
    closing.join();
  }

  @Test
  void a_port_in_use_is_named() {
    InetSocketAddress taken = new InetSocketAddress(InetAddress.getLoopbackAddress(), edge.port());
    assertThatExceptionOfType(PortException.class)
        .isThrownBy(
            () -> HttpEdge.open(taken, Optional.empty(), limits(), Duration.ZERO, new Echo()))
        .withMessageContaining("port " + edge.port());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + edge.port() + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(
        request.version(HttpClient.Version.HTTP_1_1).build(), BodyHandlers.ofString());
  }

  private String raw(String head, Sender more) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), edge.port());
        InputStream in = socket.getInputStream()) {
      socket.setSoTimeout(15_000);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      CompletableFuture<String> answer =
          CompletableFuture.supplyAsync(() -> allOf(in), Thread::startVirtualThread);
      try {
        more.send(socket);
      } catch (java.io.IOException refusedMeanwhile) {
        assertThat(refusedMeanwhile).isNotNull();
      }
      return answer.get();
    }
  }

  private static String allOf(InputStream in) {
    StringBuilder all = new StringBuilder();
    try {
      for (int read = in.read(); read >= 0; read = in.read()) {
        all.append((char) read);
      }
    } catch (java.io.IOException reset) {
      // What came before counts.
    }
    return all.toString();
  }

  private interface Sender {
    void send(Socket socket) throws Exception;
  }

  private static HttpEdge open(RequestHandler handler) {
    return HttpEdge.open(ANY_PORT, Optional.empty(), limits(), Duration.ofSeconds(10), handler);
  }

  private static Limits limits() {
    return new Limits(LARGEST, 8_192, 1, 100, Duration.ofMillis(1_500), Duration.ofSeconds(60));
  }

  /// Answers what it was asked.
  private final class Echo implements RequestHandler {
    @Override
    public Answer handle(Request request) {
      if (request.path().equals("/hold")) {
        entered.countDown();
        try {
          held.await();
        } catch (InterruptedException interrupted) {
          throw new IllegalStateException(interrupted);
        }
      }
      StringBuilder echo = new StringBuilder();
      echo.append(request.method()).append(' ').append(request.path());
      echo.append(" ? ").append(request.query()).append('\n');
      request
          .headers()
          .forEach(h -> echo.append(h.name()).append(": ").append(h.value()).append('\n'));
      echo.append(new String(request.body(), StandardCharsets.UTF_8));
      return Answer.plain(
          "echo", new Response(200, List.of(), echo.toString().getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public Answer refused(Request request, Refusal refusal) {
      return refusal.to(request);
    }
  }
}
