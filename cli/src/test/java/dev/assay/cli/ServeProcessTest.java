package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `assay serve` as a process of its own: started, asked, killed, started again.
final class ServeProcessTest {
  @TempDir Path directory;
  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void end() throws Exception {
    for (Process process : processes) {
      process.destroy();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void a_killed_server_starts_again_and_has_its_administrator_still() throws Exception {
    ServedProcess first = kept(ServedProcess.start(directory));
    Path credentials = directory.resolve("admin-credentials");
    String key = Files.readString(credentials);
    assertThat(key)
        .matches("(?s)\\[default]\naws_access_key_id = ASAY.{16}\naws_secret_access_key = .{40}\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(credentials)))
        .isEqualTo("rw-------");
    assertThat(first.said()).noneMatch(line -> key.contains(line.strip()));
    assertThat(get(first.url() + "/ready")).isEqualTo(200);

    first.kill();
    ServedProcess second = kept(ServedProcess.start(directory));
    assertThat(get(second.url() + "/ready")).isEqualTo(200);
    assertThat(Files.readString(credentials)).isEqualTo(key);
  }

  @Test
  void sigterm_ends_it_with_its_database() throws Exception {
    ServedProcess started = serve();
    started.process().destroy();
    assertThat(started.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(directory.resolve("postgresql/data/postmaster.pid")).doesNotExist();
  }

  @Test
  void a_lost_administrator_is_recovered_while_it_runs() throws Exception {
    serve();
    String before = Files.readString(directory.resolve("admin-credentials"));
    Assay recovered = Assay.run("admin", "recover", "--data", directory);
    assertThat(recovered.exitCode()).isZero();
    String after = Files.readString(directory.resolve("admin-credentials"));
    assertThat(after).isNotEqualTo(before);
    assertThat(recovered.out()).doesNotContain(after.lines().toList().get(2).substring(24));
  }

  @Test
  void a_second_process_on_the_directory_is_refused_in_one_line() throws Exception {
    serve();
    Assay second = Assay.run("serve", "--data", directory, "--port", 0);
    assertThat(second.exitCode()).isEqualTo(2);
    assertThat(second.complaints())
        .singleElement()
        .asString()
        .contains(directory + " is in use by another Assay");
  }

  @Test
  void a_wrong_setting_stops_the_start_in_one_line() {
    Assay wrong = Assay.run("serve", "--data", directory, "--port", "eighty");
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.complaints())
        .containsExactly("assay: --port: 'eighty' is wrong: expected a number from 0 to 65535");
    assertThat(directory.resolve("postgresql")).doesNotExist();
  }

  @Test
  void nothing_is_recovered_where_no_server_was() {
    Assay nothing = Assay.run("admin", "recover", "--data", directory);
    assertThat(nothing.exitCode()).isEqualTo(2);
    assertThat(nothing.complaints())
        .containsExactly("assay: --data: " + directory + " is not the data directory of a server");
  }

  @Test
  void the_help_has_the_settings() {
    assertThat(Assay.run("serve", "--help").out()).contains("--rate-burst NUMBER");
  }

  private ServedProcess serve() throws IOException {
    return kept(ServedProcess.startPrepared(directory));
  }

  private ServedProcess kept(ServedProcess started) {
    processes.add(started.process());
    return started;
  }

  private static int get(String url) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(url)).build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }
  }
}
