package dev.assay.store.cis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.cis.CheckResult;
import dev.assay.assessment.cis.CisLevel;
import dev.assay.assessment.cis.CisScan;
import dev.assay.assessment.cis.CisScanStatus;
import dev.assay.assessment.cis.CisScanStore;
import dev.assay.assessment.cis.CisSession;
import dev.assay.assessment.cis.CisSessionStore;
import dev.assay.assessment.cis.CisTarget;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.store.Database;
import dev.assay.store.scratch.ScratchDatabases;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CisRetentionTest {
  private static final Tenant TENANT = Tenant.of("111122223333", "eu-central-1");
  private static final Instant OLD = Instant.parse("2026-08-01T08:00:00Z");
  private static final Instant LIMIT = OLD.plus(Duration.ofDays(1));

  private final CisScanStore scans = new PostgresCisScanStore();
  private final CisSessionStore sessions = new PostgresCisSessionStore();
  private Database database;

  @BeforeEach
  void open() {
    database = ScratchDatabases.open();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void an_old_scan_goes_with_its_sessions_and_results() {
    CisScan old = scan("old", OLD, CisScanStatus.COMPLETED);
    CisScan kept = scan("kept", LIMIT, CisScanStatus.COMPLETED);

    assertThat(expire()).isEqualTo(1);

    assertThat(find(old)).isEmpty();
    assertThat(find(kept)).isPresent();
    assertThat(session("old")).isEmpty();
    assertThat(results("old")).isEmpty();
    assertThat(session("kept")).isPresent();
    assertThat(results("kept")).hasSize(1);
  }

  @Test
  void a_scan_that_still_runs_is_kept_however_old() {
    CisScan running = scan("running", OLD, CisScanStatus.IN_PROGRESS);

    assertThat(expire()).isZero();

    assertThat(find(running)).isPresent();
    assertThat(session("running")).isPresent();
    assertThat(results("running")).hasSize(1);
  }

  @Test
  void an_old_session_that_no_scan_asked_for_goes_with_its_results() {
    report("by-itself", OLD);
    report("lately", LIMIT);

    assertThat(expire()).isEqualTo(1);

    assertThat(session("by-itself")).isEmpty();
    assertThat(results("by-itself")).isEmpty();
    assertThat(results("lately")).hasSize(1);
  }

  private CisScan scan(String job, Instant started, CisScanStatus status) {
    CisScan scan =
        new CisScan(
            TENANT,
            UUID.nameUUIDFromBytes(job.getBytes(StandardCharsets.UTF_8)),
            "arn:of:configuration",
            job,
            CisLevel.LEVEL_1,
            List.of(TENANT.account()),
            Map.of(),
            started,
            started.plus(Duration.ofDays(1)),
            status,
            "");
    CisTarget target =
        new CisTarget(
            scan.id(), TENANT, "web-1", Map.of(), null, job, CisTarget.State.COMPLETED, "");
    database.transactions().change(writing -> scans.begin(writing, scan, List.of(target)));
    report(job, started);
    return scan;
  }

  private void report(String job, Instant started) {
    database
        .transactions()
        .change(
            writing -> {
              sessions.add(writing, CisSession.start(TENANT, job, "agent", "token", started));
              sessions.report(
                  writing,
                  TENANT,
                  job,
                  List.of(new CheckResult("rule", "PASSED", "", CheckResult.About.NOTHING, "")));
            });
  }

  private int expire() {
    return database
        .transactions()
        .write(writing -> scans.expire(writing, LIMIT) + sessions.expire(writing, LIMIT));
  }

  private Optional<CisScan> find(CisScan scan) {
    return database.transactions().read(reading -> scans.find(reading, scan.id()));
  }

  private Optional<CisSession> session(String job) {
    return database.transactions().read(reading -> sessions.find(reading, TENANT, job));
  }

  private List<CheckResult> results(String job) {
    return database
        .transactions()
        .read(reading -> sessions.results(reading, TENANT, job, Optional.empty(), 10));
  }
}
