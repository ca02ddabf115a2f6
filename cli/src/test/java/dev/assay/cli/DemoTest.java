package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// `assay demo`, and everything that it says, pasted.
final class DemoTest {
  private static Process demo;
  private static final List<String> SAID = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    demo = ServedProcess.forked("demo").redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader out = demo.inputReader(StandardCharsets.UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      SAID.add(line);
      if (line.startsWith("To stop")) {
        return;
      }
    }
    throw new AssertionError("it ended, having said " + SAID);
  }

  @AfterAll
  static void stop() throws Exception {
    Path credentials = Path.of(SAID.get(1).replaceAll(".* is in ", ""));
    assertThat(credentials).exists();
    demo.destroy();
    assertThat(demo.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(credentials.getParent()).doesNotExist();
  }

  @Test
  void it_says_where_it_is_and_which_hosts_it_has() {
    assertThat(SAID.getFirst()).startsWith("Assay is ready at http://127.0.0.1:");
    assertThat(SAID.get(2)).contains("web-1, db-1, build-1").contains("by an agent of its own");
  }

  @Test
  void every_command_that_it_prints_works_as_it_is_pasted() throws Exception {
    assumeTrue(isThereAws(), "the aws command is not installed here");
    List<String> commands =
        SAID.stream().map(String::strip).filter(line -> line.startsWith("aws ")).toList();
    assertThat(commands).hasSize(4);
    String export =
        SAID.stream()
            .map(String::strip)
            .filter(line -> line.startsWith("export "))
            .findFirst()
            .orElseThrow();
    for (String command : commands) {
      assertThat(pasted(export + "\n" + command)).as(command).contains(word(command));
    }
  }

  /// What has to be in the answer, so that an empty one is not taken for good.
  private static String word(String command) {
    if (command.contains("aggregations")) {
      return "web-1";
    }
    if (command.contains("run-agents")) {
      return "HEALTHY";
    }
    return command.contains("inspector2") ? "CVE-" : "/finding/";
  }

  private static String pasted(String lines) throws IOException, InterruptedException {
    Path out = Files.createTempFile("assay-pasted-", ".txt");
    try {
      Process shell =
          new ProcessBuilder("sh", "-c", lines)
              .redirectErrorStream(true)
              .redirectOutput(out.toFile())
              .start();
      assertThat(shell.waitFor(60, TimeUnit.SECONDS)).isTrue();
      String said = Files.readString(out);
      assertThat(shell.exitValue()).as(said).isZero();
      return said;
    } finally {
      Files.deleteIfExists(out);
    }
  }

  private static boolean isThereAws() throws InterruptedException {
    try {
      Process aws =
          new ProcessBuilder("aws", "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return aws.waitFor(60, TimeUnit.SECONDS) && aws.exitValue() == 0;
    } catch (IOException absent) {
      return false;
    }
  }
}
