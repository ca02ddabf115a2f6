package dev.assay.agentless.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.assay.agentless.tree.NearFiles;
import dev.assay.agentless.tree.RemoteTree;
import dev.assay.model.NotEvaluated;
import dev.assay.model.runtime.RunningProcess;
import dev.assay.model.runtime.RuntimeSample;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A machine that answers whatever it likes: it is told of with what it says, or with a reason,
/// and the other machines are read all the same.
final class HostileAnswersTest {
  private static final String SOCKET =
      "/proc/net/tcp:   0: 0100007F:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000"
          + "     0        0 4711 1 0 100 0 0 10 0\n";
  private static final Map<Question, String> ANSWERS =
      Map.of(
          Question.MACHINE,
          "/proc/net/tcp:  sl  local_address rem_address   st\n"
              + SOCKET
              + SOCKET.replace("0A", "01")
              + "/proc/net/tcp6:  sl\n/proc/net/udp:  sl\n/proc/net/udp6:  sl\n"
              + "/proc/sys/kernel/osrelease:6.1.0-18-amd64\n/proc/uptime:1234.56 99.99\n",
          Question.STATUS,
          """
          /proc/1/status:Name:\tinit
          /proc/1/status:Uid:\t0\t0\t0\t0
          /proc/1/status:NSpid:\t1
          /proc/1/status:VmSize:\t 100 kB
          /proc/77/status:Name:\tsshd
          /proc/77/status:Uid:\t0\t0\t0\t0
          /proc/77/status:VmSize:\t 100 kB
          """,
          Question.LINKS,
          """
          lrwxrwxrwx 1 0 0 0 Nov 28 05:42 /proc/1/exe -> /sbin/init
          lrwxrwxrwx 1 0 0 0 Nov 28 05:42 /proc/77/exe -> /usr/sbin/sshd\\ (deleted)

          /proc/77/fd:
          total 0
          lrwx------ 1 0 0 64 Nov 28 05:42 5 -> socket:[4711]
          """,
          Question.PLAIN_LINKS,
          "",
          Question.MAPPINGS,
          """
          /proc/1/maps:55a0-55b0 r-xp 00000000 fe:01 12 /sbin/init
          /proc/77/maps:55a0-55b0 r-xp 00000000 fe:01 12 /usr/lib/libc.so.6 (deleted)
          """,
          Question.OWNERS,
          "");

  @TempDir Path root;

  @Test
  void answers_as_they_should_be_are_understood() throws IOException {
    RuntimeSample sample = sample(asked -> ANSWERS.getOrDefault(asked, ""));
    assertThat(sample.processes())
        .containsExactly(
            new RunningProcess(1, "init", "/sbin/init", true, List.of(), List.of()),
            new RunningProcess(
                77,
                "sshd",
                "/usr/sbin/sshd",
                true,
                List.of(),
                List.of("/usr/lib/libc.so.6", "/usr/sbin/sshd")));
    assertThat(sample.listening()).singleElement().returns(List.of(77), one -> one.processes());
    assertThat(sample.uptime()).isEqualTo(Duration.ofMillis(1_234_560));
  }

  @Test
  void answers_that_are_changed_at_random_are_a_sample_or_a_reason() {
    for (int seed = 0; seed < 3000; seed++) {
      Random random = new Random(seed);
      try {
        assertThat(sample(question -> changed(ANSWERS.getOrDefault(question, ""), random)))
            .isNotNull();
      } catch (IOException reason) {
        assertThat(reason).hasMessageNotContaining("null");
      } catch (RuntimeException defect) {
        fail("seed " + seed, defect);
      }
    }
  }

  @Test
  void a_number_that_no_process_has_is_none() throws IOException {
    Map<Question, String> more =
        Map.of(
            Question.STATUS,
            "/proc/99999999999999/status:Name:\tx\n/proc/0/status:Name:\ty\n",
            Question.LINKS,
            "l 1 /proc/99999999999999/exe -> /x\nl 1 /proc/0/exe -> /x\n");
    assertThat(
            sample(asked -> more.getOrDefault(asked, "") + ANSWERS.getOrDefault(asked, ""))
                .processes())
        .extracting(RunningProcess::id)
        .containsExactly(1, 77);
  }

  @Test
  void a_port_that_is_none_makes_the_table_a_gap() throws IOException {
    RuntimeSample sample =
        sample(asked -> ANSWERS.getOrDefault(asked, "").replace(":0016", ":F0016"));
    assertThat(sample.listening()).isEmpty();
    assertThat(sample.notEvaluated()).extracting(NotEvaluated::what).contains("/proc/net/tcp");
  }

  private static String changed(String answer, Random random) {
    StringBuilder text = new StringBuilder(answer);
    for (int i = random.nextInt(6); i > 0 && !text.isEmpty(); i--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(4)) {
        case 0 -> text.setCharAt(at, (char) random.nextInt(256));
        case 1 -> text.insert(at, "F0123456789".repeat(random.nextInt(3)));
        case 2 -> text.delete(at, Math.min(text.length(), at + random.nextInt(40)));
        default -> text.insert(at, text.substring(random.nextInt(at + 1), at));
      }
    }
    return text.toString();
  }

  /// What a machine answers.
  private interface Machine {
    String answers(Question question);
  }

  private RuntimeSample sample(Machine machine) throws IOException {
    return new RunningMachine(
            (question, input) -> new Asking.Answer(machine.answers(question), ""),
            new RemoteTree(new NearFiles(), root.toString()),
            InstantSource.system())
        .sample(List.of(), Duration.ofMinutes(1));
  }
}
