package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.store.DatabaseAddress;
import dev.assay.store.scratch.ScratchDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkException;

/// Three nodes on one PostgreSQL server, of which one after another is killed while runs are under
/// way: the others end them, each step done once.
@Tag("slow")
final class KilledNodeTest {
  private static final int NODES = 3;
  private static final int KILLS = 10;
  private static final int RUNS_AT_ONCE = 4;
  private static final long SEED = 20_261_129;
  private static final int LONGEST_LIFE_MILLIS = 1_500;
  private static final String LEASE = "3s";

  @TempDir Path directory;
  private final DatabaseAddress database = ScratchDatabases.newEmptyAddress();
  private final Random random = new Random(SEED);
  private final List<ServedProcess> nodes = new ArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void end() {
    nodes.forEach(node -> node.process().destroyForcibly());
    threads.close();
  }

  @Test
  void the_runs_of_a_killed_node_end_on_the_others_as_if_nothing_had_happened() throws Exception {
    nodes.add(start(0));
    for (int node = 1; node < NODES; node++) {
      nodes.add(start(node));
    }
    ClassicStory story = ClassicStory.begin(nodes.getFirst().url(), credentials());
    ClassicStory.Outcome expected = story.outcome(story.startRun("undisturbed"));

    List<String> accepted = new ArrayList<>();
    for (int kill = 0; kill < KILLS; kill++) {
      List<Future<String>> begun = new ArrayList<>();
      for (int run = 0; run < RUNS_AT_ONCE; run++) {
        ServedProcess asked = nodes.get(random.nextInt(NODES));
        String name = kill + "-" + run;
        begun.add(threads.submit(() -> at(asked, story).startRun(name)));
      }
      int victim = random.nextInt(NODES);
      Thread.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
      nodes.get(victim).kill();
      List<String> runs = answered(begun);
      ServedProcess alive = nodes.get((victim + 1) % NODES);
      Instant killed = Instant.now();
      assertEachEndsAs(expected, at(alive, story), runs);
      System.out.println(
          runs.size() + " runs ended within " + since(killed).toMillis() + " ms of the kill");
      accepted.addAll(runs);
      nodes.set(victim, start(victim));
    }
    assertThat(accepted).hasSizeGreaterThan(KILLS * RUNS_AT_ONCE / 2);
    ClassicStory last = at(nodes.getFirst(), story);
    List<String> all = last.runs();
    assertThat(all).containsAll(accepted).doesNotHaveDuplicates();
    assertEachEndsAs(expected, last, all);
  }

  private static void assertEachEndsAs(
      ClassicStory.Outcome expected, ClassicStory story, List<String> runs)
      throws InterruptedException {
    Map<ClassicStory.Outcome, List<String>> outcomes = new HashMap<>();
    for (String run : runs) {
      outcomes.computeIfAbsent(story.outcome(run), any -> new ArrayList<>()).add(run);
    }
    assertThat(outcomes.keySet()).isEqualTo(runs.isEmpty() ? Set.of() : Set.of(expected));
  }

  /// The runs whose start was answered: those are accepted.
  private static List<String> answered(List<Future<String>> begun) throws InterruptedException {
    List<String> runs = new ArrayList<>();
    for (Future<String> one : begun) {
      while (!one.isDone()) {
        Thread.sleep(10);
      }
      if (one.state() == Future.State.SUCCESS) {
        runs.add(one.resultNow());
      } else {
        assertThat(one.exceptionNow())
            .isInstanceOf(SdkException.class)
            .hasMessageNotContaining("Status Code");
      }
    }
    return runs;
  }

  private ClassicStory at(ServedProcess node, ClassicStory story) {
    return story.at(node.url(), credentials());
  }

  /// The first node's, which made the first administrator.
  private Path credentials() {
    return directory.resolve("node-0").resolve("admin-credentials");
  }

  private ServedProcess start(int node) throws IOException {
    Map<String, String> environment = new HashMap<>(ServedProcess.UNLIMITED);
    environment.put("ASSAY_DATABASE", database.url());
    environment.put("ASSAY_WORK_LEASE", LEASE);
    database.user().ifPresent(user -> environment.put("ASSAY_DATABASE_USER", user));
    database.password().ifPresent(password -> environment.put("ASSAY_DATABASE_PASSWORD", password));
    if (node > 0) {
      environment.put(
          "ASSAY_MASTER_KEY",
          Files.readString(directory.resolve("node-0").resolve("master-key")).strip());
    }
    return ServedProcess.start(directory.resolve("node-" + node), environment);
  }

  private static Duration since(Instant begun) {
    return Duration.between(begun, Instant.now());
  }
}
