package dev.assay.store.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.provenance.Part;
import dev.assay.assessment.provenance.Provenance;
import dev.assay.assessment.provenance.Provenances;
import dev.assay.assessment.provenance.Way;
import dev.assay.assessment.resource.ResourceDetails;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.resource.ResourceType;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.store.Database;
import dev.assay.store.resource.PostgresResourceStore;
import dev.assay.store.scratch.ScratchDatabases;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PostgresProvenanceStoreTest {
  private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
  private static final ResourceKey WEB =
      new ResourceKey(Tenant.of("111122223333", "eu-central-1"), ResourceType.HOST, "web-1");

  private Database database;
  private Instant now = NOON;
  private Provenances provenances;

  @BeforeEach
  void open() {
    database = ScratchDatabases.open();
    provenances =
        new Provenances(database.transactions(), new PostgresProvenanceStore(), () -> now);
    database
        .transactions()
        .change(
            writing ->
                new PostgresResourceStore()
                    .observe(writing, WEB, ResourceDetails.Host.unknown(), Map.of(), NOON));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void each_way_of_a_part_is_kept_and_the_latest_comes_first() {
    note(Part.PACKAGES, Way.AGENT);
    note(Part.RUNTIME, Way.AGENT);
    now = NOON.plusSeconds(60);
    note(Part.PACKAGES, Way.SSH);

    assertThat(provenances.of(WEB))
        .containsExactly(
            new Provenance(Part.PACKAGES, Way.SSH, now, now),
            new Provenance(Part.PACKAGES, Way.AGENT, NOON, NOON),
            new Provenance(Part.RUNTIME, Way.AGENT, NOON, NOON));
  }

  @Test
  void what_was_noted_a_moment_ago_is_not_written_again() {
    note(Part.PACKAGES, Way.AGENT);
    now = NOON.plus(Provenances.GRAIN);
    note(Part.PACKAGES, Way.AGENT);
    assertThat(provenances.of(WEB)).containsExactly(of(NOON));

    now = now.plusSeconds(1);
    note(Part.PACKAGES, Way.AGENT);
    assertThat(provenances.of(WEB)).containsExactly(of(now));
  }

  @Test
  void of_a_resource_that_is_not_there_nothing_is_noted() {
    ResourceKey gone = new ResourceKey(WEB.tenant(), ResourceType.HOST, "gone");
    database
        .transactions()
        .change(writing -> provenances.note(writing, gone, Part.PACKAGES, Way.AGENT));
    assertThat(provenances.of(gone)).isEqualTo(List.of());
  }

  private static Provenance of(Instant last) {
    return new Provenance(Part.PACKAGES, Way.AGENT, NOON, last);
  }

  private void note(Part part, Way way) {
    database.transactions().change(writing -> provenances.note(writing, WEB, part, way));
  }
}
