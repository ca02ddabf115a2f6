package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.inspector2.Inspector2Client;
import software.amazon.awssdk.services.inspector2.model.Filter;
import software.amazon.awssdk.services.inspector2.model.FilterAction;
import software.amazon.awssdk.services.inspector2.model.StringComparison;
import software.amazon.awssdk.services.inspector2.model.StringFilter;

/// A server that is killed again and again, and started again on the same data directory: what it
/// accepted is there, and every run ends as if nothing had happened.
@Tag("slow")
final class KilledServerTest {
  private static final int KILLS = 50;
  private static final int KILLED_AT_THEIR_START = 10;
  private static final long SEED = 20_261_128;

  /// Longer than a run takes while nobody disturbs it.
  private static final int LONGEST_LIFE_MILLIS = 1_200;

  private static final int LONGEST_START_MILLIS = 3_000;

  @TempDir Path undisturbed;
  @TempDir Path disturbed;
  private final Random random = new Random(SEED);
  private final List<String> acceptedRuns = new ArrayList<>();
  private final List<String> acceptedFilters = new ArrayList<>();
  private final List<Duration> starts = new ArrayList<>();

  @Test
  void fifty_kills_lose_no_accepted_write_and_leave_no_run_stuck() throws Exception {
    ClassicStory.Outcome expected;
    try (ServedProcess served = ServedProcess.start(undisturbed)) {
      ClassicStory story =
          ClassicStory.begin(served.url(), undisturbed.resolve("admin-credentials"));
      Instant begun = Instant.now();
      expected = story.outcome(story.startRun("undisturbed"));
      System.out.println("undisturbed, a run takes " + since(begun).toMillis() + " ms");
    }
    assertThat(expected.findings()).hasSizeGreaterThan(250);

    for (int i = 0; i < KILLED_AT_THEIR_START / 2; i++) {
      killStarting();
    }
    Path credentials = disturbed.resolve("admin-credentials");
    ServedProcess served = start();
    ClassicStory story = ClassicStory.begin(served.url(), credentials);
    for (int kill = KILLED_AT_THEIR_START / 2; kill < KILLS; kill++) {
      ClassicStory here = story.at(served.url(), credentials);
      if (random.nextInt(4) > 0) {
        acceptedRuns.add(here.startRun("before " + kill));
      }
      Thread killer = killLater(served);
      write(served.url(), here, kill);
      killer.join();
      if (kill % (KILLS / KILLED_AT_THEIR_START * 2) == 0) {
        killStarting();
        kill++;
      }
      served = start();
    }
    try (ServedProcess last = served) {
      assertNothingLost(last.url(), story.at(last.url(), credentials), expected);
    }
    starts.sort(null);
    System.out.println(
        acceptedRuns.size()
            + " runs and "
            + acceptedFilters.size()
            + " filters accepted; to ready after a kill: median "
            + starts.get(starts.size() / 2).toMillis()
            + " ms, longest "
            + starts.getLast().toMillis()
            + " ms");
  }

  /// Writes until the server is gone; what was answered was accepted.
  private void write(String url, ClassicStory story, int kill) {
    try (Inspector2Client client = v2(url)) {
      for (int i = 0; ; i++) {
        String name = kill + "-" + i;
        if (i == 0) {
          acceptedRuns.add(story.startRun(name));
        }
        acceptedFilters.add(
            client
                .createFilter(
                    filter ->
                        filter
                            .name(name)
                            .action(FilterAction.NONE)
                            .filterCriteria(
                                criteria -> criteria.vulnerabilityId(is("CVE-" + name))))
                .arn());
      }
    } catch (SdkException gone) {
      assertThat(gone).hasMessageNotContaining("Status Code: 4");
    }
  }

  private void assertNothingLost(String url, ClassicStory story, ClassicStory.Outcome expected)
      throws InterruptedException {
    List<String> runs = story.runs();
    assertThat(runs).containsAll(acceptedRuns).doesNotHaveDuplicates();
    assertThat(acceptedRuns).hasSizeGreaterThan(KILLS / 2);
    Map<ClassicStory.Outcome, List<String>> outcomes = new HashMap<>();
    for (String run : runs) {
      outcomes.computeIfAbsent(story.outcome(run), any -> new ArrayList<>()).add(run);
    }
    assertThat(outcomes).containsOnlyKeys(expected);
    try (Inspector2Client client = v2(url)) {
      assertThat(
              client.listFiltersPaginator(ask -> ask.maxResults(100)).stream()
                  .flatMap(page -> page.filters().stream())
                  .map(Filter::arn))
          .containsAll(acceptedFilters)
          .doesNotHaveDuplicates();
    }
  }

  private Inspector2Client v2(String url) {
    return new SdkClients(url, disturbed.resolve("admin-credentials")).v2();
  }

  private ServedProcess start() throws IOException {
    Instant begun = Instant.now();
    ServedProcess served = ServedProcess.start(disturbed);
    starts.add(since(begun));
    return served;
  }

  private Thread killLater(ServedProcess served) {
    long life = random.nextInt(LONGEST_LIFE_MILLIS);
    return Thread.ofVirtual()
        .start(
            () -> {
              try {
                Thread.sleep(life);
                served.kill();
              } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
              }
            });
  }

  private void killStarting() throws IOException, InterruptedException {
    Process starting = ServedProcess.launch(disturbed, Map.of());
    Thread.sleep(random.nextInt(LONGEST_START_MILLIS));
    starting.destroyForcibly().waitFor();
  }

  private static StringFilter is(String value) {
    return StringFilter.builder().comparison(StringComparison.EQUALS).value(value).build();
  }

  private static Duration since(Instant begun) {
    return Duration.between(begun, Instant.now());
  }
}
