package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `assay db update` as a person meets it: what it says, what it leaves, what it ends with. How
/// files are fetched is tested with the downloader itself.
class DbUpdateTest {
  private static final String CONFIGURATION =
      """
      settings:
        parallel: 1
        attempts: 1
        connectTimeoutSeconds: 5
        longestSilenceSeconds: 5
        firstDelaySeconds: 0
        longestDelaySeconds: 0
        userAgent: assay
        allowHttp: true
      feeds:
        - id: cisa-kev
          title: KEV
          licence: CC0-1.0
          base: http://127.0.0.1:PORT/
          files:
            - {url: kev.json, path: kev.json, form: json, largestMiB: 1}
      """;

  @TempDir private Path directory;
  private HttpServer server;
  private volatile int status = 200;

  @BeforeEach
  void serve() throws IOException {
    byte[] kev = Files.readAllBytes(Assay.EXAMPLES.resolve("feeds/kev.json"));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/kev.json",
        exchange -> {
          exchange.getResponseHeaders().add("ETag", "\"1\"");
          boolean known = exchange.getRequestHeaders().containsKey("If-None-Match");
          int answer = status == 200 && known ? 304 : status;
          exchange.sendResponseHeaders(answer, answer == 200 ? kev.length : -1);
          if (answer == 200) {
            try (OutputStream body = exchange.getResponseBody()) {
              body.write(kev);
            }
          }
          exchange.close();
        });
    server.start();
    Files.writeString(
        directory.resolve("feeds.yaml"),
        CONFIGURATION.replace("PORT", String.valueOf(server.getAddress().getPort())),
        StandardCharsets.UTF_8);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private Assay update(Object... more) {
    Object[] words = {
      "db",
      "update",
      "--config",
      directory.resolve("feeds.yaml"),
      "--cache",
      directory.resolve("cache"),
      "--db",
      directory.resolve("a.adb")
    };
    return Assay.run(Stream.of(words, more).flatMap(Stream::of).toArray());
  }

  @Test
  void it_fetches_and_builds_and_then_has_nothing_to_do() {
    assertThat(update().exitCode()).isZero();
    assertThat(directory.resolve("a.adb")).exists();
    Assay again = update();
    assertThat(again.exitCode()).isZero();
    assertThat(again.err()).contains("nothing has changed").contains("is up to date");
  }

  @Test
  void where_nobody_answers_the_database_stays_and_is_not_called_up_to_date() throws IOException {
    update();
    byte[] before = Files.readAllBytes(directory.resolve("a.adb"));
    server.stop(0);
    Assay down = update();
    assertThat(down.exitCode()).isEqualTo(3);
    assertThat(down.err())
        .contains("cisa-kev: kept the older version: no connection to the server (kev.json)")
        .contains("a.adb was left as it is")
        .doesNotContain("up to date");
    assertThat(Files.readAllBytes(directory.resolve("a.adb"))).isEqualTo(before);
  }

  @Test
  void a_feed_that_is_gone_is_said_so() {
    update();
    status = 404;
    Assay gone = update();
    assertThat(gone.exitCode()).isEqualTo(3);
    assertThat(gone.err()).contains("answered 404").doesNotContain("up to date");
  }

  @Test
  void offline_what_is_there_is_used_and_nothing_is_called_up_to_date() {
    update();
    Assay offline = update("--offline");
    assertThat(offline.exitCode()).isZero();
    assertThat(offline.err()).contains("offline: nothing was fetched").doesNotContain("up to date");
  }

  @Test
  void with_nothing_fetched_ever_there_is_no_database() {
    Assay offline = update("--offline");
    assertThat(offline.exitCode()).isEqualTo(2);
    assertThat(offline.complaints()).hasSize(1);
    assertThat(directory.resolve("a.adb")).doesNotExist();
  }

  @Test
  void a_configuration_that_is_wrong_is_one_line() throws IOException {
    Files.writeString(directory.resolve("feeds.yaml"), "feeds: [\n");
    Assay wrong = update();
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.complaints()).hasSize(1);
  }
}
