package dev.assay.agent.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AgentMainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir Path here;

  @Test
  void without_a_file_of_settings_it_asks_for_what_it_needs() {
    assertThat(run("--state", here.resolve("state").toString(), "--once")).isEqualTo(2);
    assertThat(said())
        .isEqualTo("assay: this agent was never let in: it needs --server and --token-file");
  }

  @Test
  void its_standard_file_holds_settings() throws IOException {
    configure(
        "# the agent of web-1",
        "",
        "server = http://127.0.0.1:1",
        "token-file = " + here.resolve("none"),
        "state=" + here.resolve("state"));
    assertThat(run("--once")).isEqualTo(2);
    assertThat(said())
        .isEqualTo(
            "assay: --token-file " + here.resolve("none") + " cannot be read: it does not exist");
    assertThat(here.resolve("state")).isDirectory();
  }

  @Test
  void the_command_line_wins_over_the_file() throws IOException {
    configure("token-file = /of/the/file", "server = http://127.0.0.1:1", "state = /of/the/file");
    run("--once", "--token-file", "/of/the/line", "--state", here.resolve("state").toString());
    assertThat(said()).contains("--token-file /of/the/line cannot be read");
  }

  @Test
  void another_file_may_be_named_and_has_to_be_there() throws IOException {
    configure("no-such-setting = 1");
    Path other = here.resolve("other.conf");
    assertThat(run("--config", other.toString())).isEqualTo(2);
    assertThat(said()).contains("other.conf");
    Files.writeString(other, "state = " + here.resolve("state"));
    assertThat(run("--once", "--config=" + other)).isEqualTo(2);
    assertThat(said()).contains("was never let in");
  }

  @Test
  void a_setting_that_there_is_not_is_refused() throws IOException {
    configure("sever = http://127.0.0.1:1");
    assertThat(run("--once")).isEqualTo(2);
    assertThat(said())
        .startsWith("assay: unknown option '--sever=")
        .contains("did you mean --server");
  }

  @Test
  void a_line_that_is_no_setting_is_refused_with_its_number() throws IOException {
    configure("server = http://127.0.0.1:1", "token-file");
    assertThat(run("--once")).isEqualTo(2);
    assertThat(said()).contains("agent.conf, line 2: expected a line like");
  }

  @Test
  void tags_and_collectors_may_be_named_in_several_lines() throws IOException {
    configure("without = runtime", "without = nonsense", "tag = a=b=c", "tag = d=e");
    assertThat(Configuration.words("f", "without = runtime\n\ttag = a=b=c\n"))
        .containsExactly("--without=runtime", "--tag=a=b=c");
    assertThat(run("--once", "--state", here.resolve("state").toString())).isEqualTo(2);
    assertThat(said()).contains("was never let in");
  }

  @Test
  void it_tells_its_version_and_its_options() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("assay-agent ");
    assertThat(run("--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("Usage: assay-agent", "--config=FILE");
  }

  private void configure(String... lines) throws IOException {
    Files.write(here.resolve("agent.conf"), List.of(lines));
  }

  private int run(String... words) {
    err.reset();
    return new AgentMain(stream(out), stream(err), here.resolve("agent.conf")).run(List.of(words));
  }

  private static PrintStream stream(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8).strip();
  }
}
