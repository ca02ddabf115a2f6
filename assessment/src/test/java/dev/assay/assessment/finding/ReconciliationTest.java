package dev.assay.assessment.finding;

import static dev.assay.assessment.finding.Findings.hash;
import static dev.assay.assessment.finding.Findings.key;
import static dev.assay.assessment.finding.Findings.observed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.assessment.finding.FindingChange.Closed;
import dev.assay.assessment.finding.FindingChange.Judged;
import dev.assay.assessment.finding.FindingChange.Opened;
import dev.assay.assessment.finding.FindingChange.Reopened;
import dev.assay.assessment.finding.FindingChange.Updated;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
  private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");
  private static final Set<FindingType> PACKAGES = Set.of(FindingType.PACKAGE_VULNERABILITY);

  @Test
  void what_was_never_seen_is_opened() {
    Judged judged = judged("CVE-1", 1);
    assertThat(changes(List.of(), judged)).containsExactly(new Opened(id("CVE-1"), judged));
  }

  @Test
  void what_did_not_change_is_no_change() {
    assertThat(changes(List.of(open("CVE-1", 1)), judged("CVE-1", 1))).isEmpty();
  }

  @Test
  void a_suppressed_finding_that_did_not_change_stays_as_it_is() {
    KnownFinding suppressed = known("CVE-1", FindingStatus.SUPPRESSED, 1, null);
    assertThat(changes(List.of(suppressed), judged("CVE-1", 1))).isEmpty();
  }

  @Test
  void other_content_is_an_update() {
    Judged judged = judged("CVE-1", 2);
    assertThat(changes(List.of(open("CVE-1", 1)), judged))
        .containsExactly(new Updated(id("CVE-1"), judged));
  }

  @Test
  void what_is_no_longer_observed_is_closed() {
    assertThat(changes(List.of(open("CVE-1", 1)))).containsExactly(new Closed(id("CVE-1")));
  }

  @Test
  void what_is_closed_stays_closed() {
    assertThat(changes(List.of(closed("CVE-1", NOW.minusSeconds(1))))).isEmpty();
  }

  @Test
  void a_closed_finding_comes_back_within_seven_days() {
    Judged judged = judged("CVE-1", 1);
    assertThat(changes(List.of(closed("CVE-1", NOW.minus(Duration.ofDays(7)))), judged))
        .containsExactly(new Reopened(id("CVE-1"), judged));
  }

  @Test
  void after_seven_days_it_begins_anew() {
    Judged judged = judged("CVE-1", 1);
    Instant longAgo = NOW.minus(Duration.ofDays(7)).minusMillis(1);
    assertThat(changes(List.of(closed("CVE-1", longAgo)), judged))
        .containsExactly(new Opened(id("CVE-1"), judged));
  }

  @Test
  void kinds_that_were_not_judged_are_left_as_they_are() {
    KnownFinding network =
        new KnownFinding(
            id("port-22"),
            new FindingKey(FindingType.NETWORK_REACHABILITY, "port-22"),
            FindingStatus.ACTIVE,
            hash(1),
            null);
    assertThat(changes(List.of(network))).isEmpty();
  }

  @Test
  void nothing_is_observed_twice() {
    assertThatThrownBy(() -> changes(List.of(), judged("CVE-1", 1), judged("CVE-1", 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("CVE-1");
  }

  /// Whatever the history, the open findings after applying the changes are the observed ones.
  @Test
  void in_any_history_the_open_findings_are_those_observed() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      Map<String, KnownFinding> state = new HashMap<>();
      Instant now = NOW;
      for (int step = 0; step < 20; step++) {
        now = now.plus(Duration.ofHours(random.nextInt(240)));
        Map<String, Integer> wanted = new HashMap<>();
        for (int i = 0; i < 8; i++) {
          if (random.nextBoolean()) {
            wanted.put("CVE-" + i, random.nextInt(3));
          }
        }
        List<Judged> judged = new ArrayList<>();
        wanted.forEach((rule, content) -> judged.add(judged(rule, content)));
        apply(state, reconcile(List.copyOf(state.values()), judged, now), now);
        Map<String, Integer> open = new HashMap<>();
        state.forEach(
            (rule, finding) -> {
              if (finding.status() != FindingStatus.CLOSED) {
                open.put(rule, Integer.parseInt(finding.contentHash().hex(), 16));
              }
            });
        assertThat(open).as("seed %d, step %d", seed, step).isEqualTo(wanted);
        assertThat(reconcile(List.copyOf(state.values()), judged, now)).isEmpty();
      }
    }
  }

  private static void apply(
      Map<String, KnownFinding> state, List<FindingChange> changes, Instant now) {
    for (FindingChange change : changes) {
      switch (change) {
        case Opened(FindingId _, Judged judged) -> open(state, judged);
        case Reopened(FindingId _, Judged judged) -> open(state, judged);
        case Updated(FindingId _, Judged judged) -> open(state, judged);
        case Closed(FindingId id) ->
            state.replaceAll((rule, known) -> known.id().equals(id) ? closed(rule, now) : known);
      }
    }
  }

  private static void open(Map<String, KnownFinding> state, Judged judged) {
    String rule = judged.finding().key().rule();
    state.put(
        rule,
        new KnownFinding(id(rule), key(rule), FindingStatus.ACTIVE, judged.contentHash(), null));
  }

  private static List<FindingChange> changes(List<KnownFinding> known, Judged... judged) {
    return reconcile(known, List.of(judged), NOW);
  }

  private static List<FindingChange> reconcile(
      List<KnownFinding> known, List<Judged> judged, Instant now) {
    return new Reconciliation(known, key -> id(key.rule()), now).changes(judged, PACKAGES);
  }

  private static Judged judged(String rule, int content) {
    return new Judged(observed(rule), hash(content));
  }

  private static KnownFinding open(String rule, int content) {
    return known(rule, FindingStatus.ACTIVE, content, null);
  }

  private static KnownFinding closed(String rule, Instant at) {
    return known(rule, FindingStatus.CLOSED, 0, at);
  }

  private static KnownFinding known(
      String rule, FindingStatus status, int content, @Nullable Instant closedAt) {
    return new KnownFinding(id(rule), key(rule), status, hash(content), closedAt);
  }

  private static FindingId id(String rule) {
    return FindingId.of(Findings.HOST, key(rule));
  }
}
