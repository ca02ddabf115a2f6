package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `assay cis --submit` against a service in a process of its own.
final class CisSubmitTest {
  @TempDir Path directory;
  private final List<Process> servers = new ArrayList<>();

  @BeforeEach
  void writeContentAndTree() throws IOException {
    Files.writeString(
        directory.resolve("ds.xml"),
        CisCommandTest.CONTENT.replace(
            "<title>Base</title>", "<title>CIS Benchmark for Level 1 - Server</title>"));
    Files.createDirectories(directory.resolve("tree/etc/ssh"));
    Files.writeString(
        directory.resolve("tree/etc/ssh/sshd_config"), "Port 22\nPermitRootLogin yes\n");
  }

  @AfterEach
  void end() throws InterruptedException {
    for (Process server : servers) {
      server.destroy();
      assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void hands_a_benchmark_in_and_is_told_how_many_scans_it_answered() throws Exception {
    Said said = cis(serve(), "base");

    assertThat(said.complaints)
        .contains("assay: web-1.example: handed in; scans that waited for it: 0");
    assertThat(said.exitCode).isZero();
  }

  @Test
  void hands_best_practices_in_though_they_have_no_level() throws Exception {
    Said said = cis(serve(), "best-practices", "default");

    assertThat(said.complaints)
        .contains("assay: web-1.example: handed in; scans that waited for it: 0");
    assertThat(said.exitCode).isZero();
  }

  @Test
  void takes_only_profiles_that_have_a_level() throws Exception {
    Said said = cis("http://localhost:9", "more");

    assertThat(said.complaints).containsPattern("--submit takes CIS profiles.*not: More");
    assertThat(said.exitCode).isEqualTo(2);
  }

  private record Said(int exitCode, String complaints) {}

  private Said cis(String url, String profile) throws IOException, InterruptedException {
    return cis(url, directory.resolve("ds.xml").toString(), profile);
  }

  private Said cis(String url, String content, String profile)
      throws IOException, InterruptedException {
    Path complaints = directory.resolve("complaints");
    ProcessBuilder builder =
        assay(
            "cis",
            directory.resolve("tree").toString(),
            "--content",
            content,
            "--profile",
            profile,
            "--submit",
            url,
            "--resource",
            "web-1.example",
            "--tag",
            "role=web");
    builder
        .environment()
        .put("AWS_SHARED_CREDENTIALS_FILE", directory.resolve("data/admin-credentials").toString());
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_ACCESS"));
    Process process =
        builder
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(complaints.toFile())
            .start();
    int exitCode = process.waitFor();
    return new Said(exitCode, Files.readString(complaints));
  }

  private String serve() throws IOException {
    Process process =
        assay("serve", "--data", directory.resolve("data").toString(), "--port", "0")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    servers.add(process);
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith("Assay is ready at ")) {
        return line.substring("Assay is ready at ".length());
      }
    }
    throw new AssertionError("it ended without being ready");
  }

  private static ProcessBuilder assay(String... arguments) {
    return new ProcessBuilder(
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    "dev.assay.cli.Main"),
                Stream.of(arguments))
            .toList());
  }
}
