package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
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

  /// Every so many kills one comes while the server starts.
  private static final int STARTS = 10;

  /// More of them, while it starts for the first time.
  private static final int KILLED_UNBORN = 3;

  private static final long SEED = 20_261_128;
  private static final Duration LONGEST_LIFE = Duration.ofSeconds(4);
  private static final int LONGEST_START_MILLIS = 3_000;

  /// Between two writes of filters.
  private static final Duration PAUSE = Duration.ofMillis(50);

  @TempDir Path undisturbed;
  @TempDir Path disturbed;
  private final Random random = new Random(SEED);
  private final List<String> acceptedRuns = new ArrayList<>();
  private final List<String> acceptedFilters = new ArrayList<>();
  private final List<Duration> starts = new ArrayList<>();

  @Test
  void fifty_kills_lose_no_accepted_write_and_leave_no_run_stuck() throws Exception {
    Undisturbed model = undisturbed();
    assertThat(model.outcome().findings()).hasSizeGreaterThan(200);
    Duration longestLife = Collections.min(List.of(model.duration(), LONGEST_LIFE));
    for (int kill = 0; kill < KILLED_UNBORN; kill++) {
      killStarting();
    }
    ServedProcess served = start();
    ClassicStory story = ClassicStory.begin(served.url(), credentials());
    served.close();
    for (int kill = 0; kill < KILLS; kill++) {
      if (kill % STARTS == 0) {
        killStarting();
      } else {
        liveAndDie(story, kill, random.nextLong(longestLife.toMillis()));
      }
    }
    try (ServedProcess last = start()) {
      assertNothingLost(last.url(), story.at(last.url(), credentials()), model.outcome());
    }
    starts.sort(null);
    System.out.println(
        "%d runs and %d filters accepted; ready after a kill in %d ms (median), %d ms (longest)"
            .formatted(
                acceptedRuns.size(),
                acceptedFilters.size(),
                starts.get(starts.size() / 2).toMillis(),
                starts.getLast().toMillis()));
  }

  /// How a run goes where nobody disturbs it.
  private record Undisturbed(ClassicStory.Outcome outcome, Duration duration) {}

  private Undisturbed undisturbed() throws IOException, InterruptedException {
    try (ServedProcess served = ServedProcess.start(undisturbed, ServedProcess.UNLIMITED)) {
      ClassicStory story =
          ClassicStory.begin(served.url(), undisturbed.resolve("admin-credentials"));
      Instant begun = Instant.now();
      ClassicStory.Outcome outcome = story.outcome(story.startRun("undisturbed"));
      Duration duration = Duration.between(begun, Instant.now());
      System.out.println("undisturbed, a run takes " + duration.toMillis() + " ms");
      return new Undisturbed(outcome, duration);
    }
  }

  /// One life of the server, in which a run is started and filters are made. The kill comes at any
  /// moment of a run or, one time in four, perhaps before its start is answered.
  private void liveAndDie(ClassicStory story, int life, long millis)
      throws IOException, InterruptedException {
    ServedProcess served = start();
    ClassicStory here = story.at(served.url(), credentials());
    String run = "run of life " + life;
    Thread killer;
    if (random.nextInt(4) > 0) {
      acceptedRuns.add(here.startRun(run));
      killer = killLater(served, millis);
    } else {
      killer = killLater(served, millis);
      untilGone(() -> acceptedRuns.add(here.startRun(run)));
    }
    untilGone(() -> writeFilters(served.url(), life));
    killer.join();
  }

  private Path credentials() {
    return disturbed.resolve("admin-credentials");
  }

  /// What was answered before the server was gone was accepted.
  private static void untilGone(Runnable writing) {
    try {
      writing.run();
    } catch (SdkException gone) {
      assertThat(gone).hasMessageNotContaining("Status Code");
    }
  }

  private void writeFilters(String url, int life) {
    try (Inspector2Client client = v2(url)) {
      for (int i = 0; ; i++) {
        String name = life + "-" + i;
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
        LockSupport.parkNanos(PAUSE.toNanos());
      }
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
    return new SdkClients(url, credentials()).v2();
  }

  private ServedProcess start() throws IOException {
    Instant begun = Instant.now();
    ServedProcess served = ServedProcess.start(disturbed, ServedProcess.UNLIMITED);
    starts.add(Duration.between(begun, Instant.now()));
    return served;
  }

  private static Thread killLater(ServedProcess served, long millis) {
    return Thread.ofVirtual()
        .start(
            () -> {
              try {
                Thread.sleep(millis);
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
}
