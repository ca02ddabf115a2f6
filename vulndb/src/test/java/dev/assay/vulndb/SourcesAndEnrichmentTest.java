package dev.assay.vulndb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Ecosystem;
import dev.assay.model.EpssScore;
import dev.assay.model.KnownExploit;
import dev.assay.model.KnownExploited;
import dev.assay.model.RejectedRecord;
import dev.assay.model.ReleaseLife;
import dev.assay.model.SourceId;
import dev.assay.model.SourceInfo;
import dev.assay.model.SourceInfo.DateOrigin;
import dev.assay.model.SsvcDecision;
import dev.assay.model.VendorStatus;
import dev.assay.model.Vulnerability;
import dev.assay.model.VulnerabilityId;
import dev.assay.vulndb.build.VulnerabilityDatabaseBuilder;
import dev.assay.vulndb.build.VulnerabilityDatabaseBuilder.Purpose;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesAndEnrichmentTest {
  private static final VulnerabilityId ID = new VulnerabilityId("CVE-2024-1001");
  private static final SourceId KEV = new SourceId("cisa-kev");
  private static final SourceId EPSS = new SourceId("first-epss");

  private final VulnerabilityDatabaseBuilder builder =
      new VulnerabilityDatabaseBuilder(Databases.BUILT, Purpose.FULL);

  @AfterEach
  void close() {
    builder.close();
  }

  @Test
  void what_enriches_a_vulnerability_comes_back_with_it() throws IOException {
    KnownExploited kev =
        new KnownExploited(
            ID, LocalDate.of(2024, 5, 1), LocalDate.of(2024, 5, 22), true, "A name", "Patch");
    EpssScore epss = new EpssScore(ID, 0.97565, 0.999, LocalDate.of(2024, 10, 1));
    SsvcDecision ssvc = new SsvcDecision(ID, "active", "yes", "total");
    KnownExploit exploit = new KnownExploit(ID, new SourceId("exploit-db"), "51234", "An exploit");
    builder.accept(KEV, kev);
    builder.accept(EPSS, epss);
    builder.accept(EPSS, new EpssScore(ID, 0.5, null, LocalDate.of(2021, 8, 31)));
    builder.accept(new SourceId("cisa-vulnrichment"), ssvc);
    builder.accept(new SourceId("exploit-db"), exploit);
    builder.accept(new SourceId("exploit-db"), exploit);

    Vulnerability found = built().vulnerability(ID).orElseThrow();

    assertThat(found.knownExploited()).isEqualTo(kev);
    assertThat(found.epss()).isEqualTo(epss);
    assertThat(found.ssvc()).isEqualTo(ssvc);
    assertThat(found.exploits()).containsExactly(exploit);
    assertThat(found.title()).isEqualTo("A name");
    assertThat(found.sources())
        .extracting(SourceId::value)
        .containsExactly("cisa-kev", "cisa-vulnrichment", "exploit-db", "first-epss");
  }

  @ParameterizedTest(name = "first of {0}, then of {1}: {2}")
  @CsvSource({
    "2024-10-01, 2021-08-31, 0.1",
    "2021-08-31, 2024-10-01, 0.2",
    "2024-10-01, 2024-10-02, 0.2",
    "2024-10-02, 2024-10-01, 0.1"
  })
  void of_two_scores_the_newer_stands_whichever_source_it_is_of_and_whichever_came_first(
      LocalDate first, LocalDate second, double probability) throws IOException {
    for (SourceId other : List.of(EPSS, new SourceId("another"), new SourceId("zzz"))) {
      try (VulnerabilityDatabaseBuilder scores =
          new VulnerabilityDatabaseBuilder(Databases.BUILT, Purpose.FULL)) {
        scores.accept(EPSS, new EpssScore(ID, 0.1, null, first));
        scores.accept(other, new EpssScore(ID, 0.2, null, second));

        Vulnerability found =
            VulnerabilityDatabase.of("test.adb", scores.toBytes()).vulnerability(ID).orElseThrow();

        assertThat(Objects.requireNonNull(found.epss()).probability()).isEqualTo(probability);
      }
    }
  }

  @ParameterizedTest(name = "{0}, then {1}: {2}")
  @CsvSource({
    "2024-06-01, 2024-06-02, 2024-06-02",
    "2024-06-02, 2024-06-01, 2024-06-02",
    "2024-06-01, 2099-01-01, 2024-06-01"
  })
  void a_day_the_feed_states_dates_it_unless_it_is_yet_to_come(
      LocalDate first, LocalDate second, LocalDate expected) throws IOException {
    builder.source(KEV, "KEV", first, DateOrigin.FEED, null);
    builder.source(KEV, "KEV", second, DateOrigin.FEED, null);

    SourceInfo source = built().info().sources().getFirst();

    assertThat(source.snapshotDate()).isEqualTo(expected);
    assertThat(source.dateFrom()).isEqualTo(DateOrigin.FEED);
  }

  @Test
  void a_source_without_a_date_has_that_of_its_newest_record() throws IOException {
    builder.source(new SourceId("a"), "A", null, DateOrigin.NONE, "CC0-1.0");
    builder.accept(
        new SourceId("a"),
        Advisories.record("a", "CVE-2024-1001").modified("2024-07-01T10:00:00Z").made());
    builder.accept(
        new SourceId("a"),
        Advisories.record("a", "CVE-2024-1002").modified("2099-07-01T10:00:00Z").made());

    SourceInfo source = built().info().sources().getFirst();

    assertThat(source.snapshotDate()).isEqualTo(LocalDate.of(2024, 7, 1));
    assertThat(source.dateFrom()).isEqualTo(DateOrigin.NEWEST_RECORD);
    assertThat(source.licence()).isEqualTo("CC0-1.0");
  }

  @Test
  void a_source_of_releases_has_the_date_of_the_newest_that_is_out() throws IOException {
    builder.accept(new SourceId("a"), released("debian:12", LocalDate.of(2023, 6, 10)));
    builder.accept(new SourceId("a"), released("debian:13", LocalDate.of(2099, 1, 1)));

    SourceInfo source = built().info().sources().getFirst();

    assertThat(source.snapshotDate()).isEqualTo(LocalDate.of(2023, 6, 10));
    assertThat(source.dateFrom()).isEqualTo(DateOrigin.NEWEST_RECORD);
  }

  @Test
  void a_stated_date_stands_and_other_counts_are_shown_beside_the_own() throws IOException {
    builder.describe(
        new SourceInfo(
            new SourceId("a"),
            "A",
            LocalDate.of(2024, 8, 1),
            DateOrigin.MANIFEST,
            null,
            Map.of("left out", 3L, "advisories", 99L),
            0,
            List.of()));
    builder.accept(new SourceId("a"), Advisories.record("a", "CVE-2024-1001").made());

    SourceInfo source = built().info().sources().getFirst();

    assertThat(source.snapshotDate()).isEqualTo(LocalDate.of(2024, 8, 1));
    assertThat(source.dateFrom()).isEqualTo(DateOrigin.MANIFEST);
    assertThat(source.counts()).containsEntry("advisories", 1L).containsEntry("left out", 3L);
  }

  @Test
  void rejected_records_are_counted_and_the_first_kept() throws IOException {
    for (int i = 0; i < 25; i++) {
      builder.accept(KEV, new RejectedRecord(KEV, "entry " + i, "no id"));
    }

    SourceInfo source = built().info().sources().getFirst();

    assertThat(source.rejectedCount()).isEqualTo(25);
    assertThat(source.rejectedExamples()).hasSize(20);
    assertThat(source.rejectedExamples().getFirst().where()).isEqualTo("entry 0");
  }

  @Test
  void a_name_longer_than_any_real_one_is_rejected_and_the_rest_kept() throws IOException {
    builder.accept(
        new SourceId("a"),
        Advisories.record("a", "CVE-2024-1001")
            .fixes("debian:12", "x".repeat(3_000), "1")
            .fixes("debian:12", "zlib", "1")
            .made());

    VulnerabilityDatabase database = built();

    assertThat(database.packageNames(Ecosystem.parse("debian:12"))).containsExactly("zlib");
    assertThat(database.info().sources().getFirst().rejectedCount()).isEqualTo(1);
  }

  @Test
  void only_vulnerabilities_with_a_statement_that_stands_are_counted() throws IOException {
    builder.accept(EPSS, new EpssScore(ID, 0.5, null, LocalDate.of(2021, 8, 31)));
    builder.accept(
        new SourceId("a"),
        Advisories.bulletin("a", "B-1", "CVE-2024-1001", "CVE-2024-1002")
            .fixes("debian:12", "zlib", "1")
            .made());
    builder.accept(
        new SourceId("a"),
        Advisories.record("a", "CVE-2024-1003")
            .affects("debian:12", "zlib", VendorStatus.AFFECTED)
            .withdrawn()
            .made());

    assertThat(built().info().vulnerabilityCount()).isEqualTo(2);
  }

  @Test
  void the_packages_of_a_vulnerability_are_found_from_it() throws IOException {
    builder.accept(
        new SourceId("a"),
        Advisories.record("a", "CVE-2024-1001")
            .fixes("debian:12", "zlib", "1")
            .fixes("debian:11", "zlib", "1")
            .made());
    builder.accept(
        new SourceId("b"),
        Advisories.bulletin("b", "B-1", "CVE-2024-1001").fixes("debian:12", "acl", "1").made());

    assertThat(built().packages(ID))
        .containsExactly(
            new PackageName(Ecosystem.parse("debian:11"), "zlib"),
            new PackageName(Ecosystem.parse("debian:12"), "acl"),
            new PackageName(Ecosystem.parse("debian:12"), "zlib"));
    assertThat(built().packages(new VulnerabilityId("CVE-2024-9999"))).isEmpty();
  }

  @Test
  void a_releases_own_support_dates_come_before_the_collections() throws IOException {
    Ecosystem bookworm = Ecosystem.parse("debian:12");
    ReleaseLife own = life("debian-distro-info", bookworm, LocalDate.of(2026, 6, 10));
    ReleaseLife other = life("endoflife-date", bookworm, LocalDate.of(2026, 6, 11));
    builder.accept(own.source(), own);
    builder.accept(other.source(), other);

    assertThat(built().life(bookworm)).contains(own);
    assertThat(built().life(Ecosystem.parse("debian:11"))).isEmpty();
  }

  @Test
  void a_starter_set_says_so() throws IOException {
    assertThat(built().info().starter()).isFalse();
    try (VulnerabilityDatabaseBuilder starter =
        new VulnerabilityDatabaseBuilder(Databases.BUILT, Purpose.STARTER_SET)) {
      VulnerabilityDatabase database = VulnerabilityDatabase.of("starter set", starter.toBytes());
      assertThat(database.info().starter()).isTrue();
      assertThat(database.info().name()).isEqualTo("starter set");
      assertThat(database.info().built()).isEqualTo(Databases.BUILT);
    }
  }

  private static ReleaseLife released(String ecosystem, LocalDate day) {
    return new ReleaseLife(
        new SourceId("a"), Ecosystem.parse(ecosystem), ecosystem, day, null, null, null);
  }

  private static ReleaseLife life(String source, Ecosystem ecosystem, LocalDate eol) {
    return new ReleaseLife(
        new SourceId(source), ecosystem, "Debian 12 (bookworm)", null, eol, null, "LTS");
  }

  private VulnerabilityDatabase built() throws IOException {
    return VulnerabilityDatabase.of("test.adb", builder.toBytes());
  }
}
