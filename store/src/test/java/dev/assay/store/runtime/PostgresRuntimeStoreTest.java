package dev.assay.store.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.resource.ResourceDetails;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.resource.ResourceType;
import dev.assay.assessment.runtime.RuntimeIntake;
import dev.assay.assessment.runtime.RuntimeStore;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.model.NotEvaluated;
import dev.assay.model.runtime.Connection;
import dev.assay.model.runtime.Connection.Direction;
import dev.assay.model.runtime.Hardening;
import dev.assay.model.runtime.Hardening.ExecutableStack;
import dev.assay.model.runtime.Hardening.Relocations;
import dev.assay.model.runtime.Hardening.StackCookies;
import dev.assay.model.runtime.ListeningSocket;
import dev.assay.model.runtime.ProgramFile;
import dev.assay.model.runtime.RestingProgram;
import dev.assay.model.runtime.RunningProcess;
import dev.assay.model.runtime.RuntimeSample;
import dev.assay.model.runtime.Transport;
import dev.assay.store.Database;
import dev.assay.store.resource.PostgresResourceStore;
import dev.assay.store.scratch.ScratchDatabases;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PostgresRuntimeStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
  private static final ResourceKey WEB =
      new ResourceKey(Tenant.of("111122223333", "eu-central-1"), ResourceType.HOST, "web-1");

  private final RuntimeStore store = new PostgresRuntimeStore();
  private final PostgresResourceStore resources = new PostgresResourceStore();
  private Database database;
  private Resource web;

  @BeforeEach
  void open() {
    database = ScratchDatabases.open();
    web =
        database
            .transactions()
            .write(
                writing ->
                    resources.observe(
                        writing, WEB, ResourceDetails.Host.unknown(), Map.of("env", "prod"), NOW));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void what_a_host_did_long_ago_is_removed_even_where_it_is_the_newest() {
    RuntimeSample old = sample(-40 * 24 * 60);
    database.transactions().change(writing -> store.add(writing, web, old));
    database
        .transactions()
        .change(writing -> store.expire(writing, NOW.minus(Duration.ofDays(41))));
    assertThat(newest()).contains(old);
    database
        .transactions()
        .change(writing -> store.expire(writing, NOW.minus(Duration.ofDays(30))));
    assertThat(newest()).isEmpty();
  }

  @Test
  void a_sample_comes_back_as_it_was() {
    RuntimeSample whole =
        new RuntimeSample(
            NOW,
            "6.1.0-18-amd64",
            Duration.ofMillis(123_450),
            List.of(new ListeningSocket(Transport.TCP, "::", 22, List.of(1, 7))),
            List.of(new Connection(Transport.UDP, Direction.OPENED, 53, true, List.of())),
            List.of(
                new RunningProcess(1, "init", null, true, List.of(), List.of()),
                new RunningProcess(
                    7, "sshd", "/usr/sbin/sshd", true, List.of("/a"), List.of("/b"))),
            List.of(
                new ProgramFile("/a", null, null, null),
                new ProgramFile(
                    "/usr/sbin/sshd",
                    new ProgramFile.OwningPackage("openssh-server", "1:9.2p1-2"),
                    new ProgramFile.Writers(true, false, true),
                    new Hardening(
                        StackCookies.PRESENT, ExecutableStack.UNSTATED, Relocations.FULL, true))),
            List.of(
                new NotEvaluated(
                    "processes", NotEvaluated.Reason.UNREADABLE, "why", NotEvaluated.Gap.PART)));
    add(whole);
    assertThat(newest()).contains(whole);
  }

  @Test
  void only_the_samples_of_a_window_are_looked_at_the_oldest_first() {
    for (int minute : List.of(3, 1, 2, 0, 4)) {
      add(sample(minute));
    }
    assertThat(
            database
                .transactions()
                .<List<RuntimeSample>>read(reading -> store.between(reading, web, at(1), at(3))))
        .extracting(RuntimeSample::takenAt)
        .containsExactly(at(1), at(2), at(3));
  }

  @Test
  void old_samples_go_but_the_newest_stays() {
    add(sample(0));
    thin(at(60), 10);
    assertThat(newest()).isPresent();

    add(sample(1));
    add(sample(2));
    thin(at(60), 10);
    assertThat(all()).extracting(RuntimeSample::takenAt).containsExactly(at(2));
  }

  @Test
  void what_a_host_would_run_does_not_hide_what_it_was_seen_to_do() {
    RuntimeSample atRest =
        RuntimeSample.atRest(
            at(9),
            List.of(new RestingProgram("/usr/sbin/sshd", List.of("ssh.service"), true, true)),
            List.of(new ProgramFile("/usr/sbin/sshd", null, null, null)),
            List.of());
    add(atRest);
    assertThat(newest()).contains(atRest);
    add(sample(1));
    assertThat(newest()).contains(sample(1));
    thin(at(60), 10);
    assertThat(all()).containsExactly(sample(1));
  }

  @Test
  void of_too_many_samples_the_oldest_go() {
    for (int minute = 0; minute < 5; minute++) {
      add(sample(minute));
    }
    thin(at(-60), 2);
    assertThat(all()).extracting(RuntimeSample::takenAt).containsExactly(at(3), at(4));
  }

  @Test
  void the_door_keeps_the_name_and_the_tags_of_a_host_and_refuses_the_future() {
    RuntimeIntake intake =
        new RuntimeIntake(database.transactions(), resources, store, () -> at(0));
    assertThat(intake.submit(WEB, null, Optional.empty(), sample(6))).isFalse();
    assertThat(newest()).isEmpty();

    assertThat(intake.submit(WEB, null, Optional.empty(), sample(0))).isTrue();
    assertThat(newest()).contains(sample(0));
    assertThat(
            database
                .transactions()
                .<Optional<Resource>>read(reading -> resources.find(reading, WEB)))
        .get()
        .returns(Map.of("env", "prod"), Resource::tags);
  }

  private static Instant at(int minute) {
    return NOW.plus(Duration.ofMinutes(minute));
  }

  private static RuntimeSample sample(int minute) {
    return new RuntimeSample(
        at(minute), "6.1", Duration.ZERO, List.of(), List.of(), List.of(), List.of(), List.of());
  }

  private void add(RuntimeSample sample) {
    database.transactions().change(writing -> store.add(writing, web, sample));
  }

  private void thin(Instant before, int most) {
    database.transactions().change(writing -> store.thin(writing, web, before, most));
  }

  private Optional<RuntimeSample> newest() {
    return database.transactions().read(reading -> store.newest(reading, web));
  }

  private List<RuntimeSample> all() {
    return database
        .transactions()
        .read(reading -> store.between(reading, web, at(-1_000), at(1_000)));
  }
}
