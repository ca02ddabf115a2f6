package dev.assay.agentless.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.agentless.tree.NearFiles;
import dev.assay.agentless.tree.RemoteTree;
import dev.assay.model.NotEvaluated;
import dev.assay.model.runtime.RunningProcess;
import dev.assay.model.runtime.RuntimeSample;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands, run by this machine's own shell.
final class QuestionTest {
  private static final int SELF = (int) ProcessHandle.current().pid();
  private static final String PROGRAMS = "/usr/bin:/bin";
  private static final List<String> NOBODY =
      List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

  @TempDir Path directory;

  @Test
  void as_root_the_same_is_asked_and_nothing_else_is_in_a_command() {
    for (Question question : Question.values()) {
      assertThat(question.textForRoot())
          .isEqualTo(question.text().replace("exec ", "exec sudo -n -- "));
      assertThat(question.text())
          .matches("LC_ALL=C; export LC_ALL; exec (grep|ls) [-A-Za-z0-9 /.*\\[\\]\"^()|:]+");
    }
  }

  @Test
  void to_who_is_not_root_the_processes_of_others_are_a_gap() throws Exception {
    assumeTrue(Files.exists(Path.of("/usr/bin/setpriv")), "setpriv is not installed");
    assumeTrue("root".equals(System.getProperty("user.name")), "only root may become nobody");
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      RuntimeSample sample = sample(NOBODY, PROGRAMS);
      assertThat(process(sample).executable()).isNull();
      assertThat(sample.listening())
          .anyMatch(
              socket -> socket.port() == server.getLocalPort() && socket.processes().isEmpty());
      assertThat(sample.notEvaluated()).extracting(NotEvaluated::what).contains("processes");
    }
  }

  @Test
  void busybox_answers_as_well() throws Exception {
    Path busybox = Path.of("/usr/bin/busybox");
    assumeTrue(Files.exists(busybox), "BusyBox is not installed");
    for (String name : List.of("sh", "grep", "ls")) {
      Files.createSymbolicLink(directory.resolve(name), busybox);
    }
    RuntimeSample theirs = sample(List.of(), directory.toString());
    assertThat(process(theirs).executable())
        .isEqualTo(Path.of("/proc/self/exe").toRealPath().toString());
    assertThat(theirs.kernel()).isEqualTo(System.getProperty("os.version"));
    assertThat(theirs.files()).anyMatch(file -> file.hardening() != null);
  }

  @Test
  void sudo_answers_as_well() throws Exception {
    assumeTrue(Files.exists(Path.of("/usr/bin/sudo")), "sudo is not installed");
    assumeTrue("root".equals(System.getProperty("user.name")), "only root needs no password");
    for (Question question : List.of(Question.STATUS, Question.LINKS, Question.MAPPINGS)) {
      assertThat(answer(List.of(), PROGRAMS, question.textForRoot(), "").output())
          .as(question.name())
          .contains("/proc/" + SELF + "/");
    }
  }

  @Test
  void a_machine_without_the_programs_is_not_seen() {
    assertThatThrownBy(() -> sample(List.of(), directory.toString()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("grep: not found");
  }

  private static RunningProcess process(RuntimeSample sample) {
    return sample.processes().stream().filter(one -> one.id() == SELF).findFirst().orElseThrow();
  }

  private static RuntimeSample sample(List<String> as, String programs) throws IOException {
    return new RunningMachine(
            (question, input) -> answer(as, programs, question.text(), input),
            new RemoteTree(new NearFiles(), "/"),
            InstantSource.system())
        .sample(List.of(), Duration.ofMinutes(1));
  }

  private static Asking.Answer answer(List<String> as, String programs, String text, String input)
      throws IOException {
    List<String> words = new ArrayList<>(as);
    words.addAll(List.of("/bin/sh", "-c", "PATH=" + programs + "; " + text));
    Path complaints = Files.createTempFile("complaints", "");
    Process process = new ProcessBuilder(words).redirectError(complaints.toFile()).start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException gone) {
      assertThat(input).isEmpty();
    }
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    String complaint = Files.readString(complaints, StandardCharsets.ISO_8859_1);
    Files.delete(complaints);
    return new Asking.Answer(output, complaint);
  }
}
