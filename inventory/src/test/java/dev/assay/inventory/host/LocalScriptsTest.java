package dev.assay.inventory.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.scap.host.Scripts.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalScriptsTest {
  @TempDir Path here;

  @Test
  void a_script_has_its_own_variables_and_none_of_the_program_s() {
    assertThat(System.getenv()).containsKey("HOME");
    assertThat(run("#!/bin/sh\necho $WORD; env | grep -c HOME\nexit 7\n"))
        .isEqualTo(new Run.Ended(7, "a word\n0\n"));
  }

  @Test
  void one_that_takes_too_long_is_ended_with_what_it_started() throws Exception {
    Path late = here.resolve("late");
    String script = "#!/bin/sh\n(sleep 3; touch " + late + ") &\nsleep 60\n";
    assertThat(new LocalScripts(Duration.ofMillis(500)).run(script, Map.of()))
        .isEqualTo(new Run.Failed("it took longer than 0 seconds"));
    Thread.sleep(3500);
    assertThat(late).doesNotExist();
  }

  @Test
  void one_that_says_too_much_is_cut_and_not_held_up() {
    assertThat(run("#!/bin/sh\nhead -c 5000000 /dev/zero | tr '\\0' x\nexit 101\n"))
        .isInstanceOfSatisfying(
            Run.Ended.class,
            ended -> {
              assertThat(ended.exitCode()).isEqualTo(101);
              assertThat(ended.output()).hasSize((1 << 16) + 2).endsWith("x\n…");
            });
  }

  @Test
  void one_that_leaves_something_running_is_not_waited_for() {
    long begun = System.nanoTime();
    assertThat(run("#!/bin/sh\nsleep 30 &\necho done\nexit 101\n"))
        .isEqualTo(new Run.Ended(101, "done\n"));
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void what_cannot_be_started_says_so() {
    assertThat(run("#!/no/such/thing\n"))
        .isInstanceOfSatisfying(
            Run.Failed.class, failed -> assertThat(failed.why()).startsWith("it cannot be run: "));
  }

  @Test
  void nothing_is_left_of_the_script() throws Exception {
    Path copy = here.resolve("name");
    run("#!/bin/sh\nprintf %s \"$0\" > " + copy + "\n");
    assertThat(Path.of(Files.readString(copy))).doesNotExist();
  }

  private static Run run(String script) {
    return new LocalScripts(Duration.ofSeconds(30)).run(script, Map.of("WORD", "a word"));
  }
}
