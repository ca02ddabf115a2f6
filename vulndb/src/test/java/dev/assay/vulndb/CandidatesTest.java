package dev.assay.vulndb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.match.Statement;
import dev.assay.model.Ecosystem;
import dev.assay.model.VendorStatus;
import dev.assay.model.VersionRange;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandidatesTest {
  private static final Ecosystem BOOKWORM = Ecosystem.parse("debian:12");

  private final VulnerabilityDatabase database =
      Databases.of(
          Advisories.record("debian-osv", "CVE-2024-1001")
              .fixes("debian:12", "zlib", "1.0~rc1-1")
              .made(),
          Advisories.record("debian-osv", "CVE-2024-1002")
              .fixes("debian:12", "zlib", "1.0-1")
              .made(),
          Advisories.record("debian-osv", "CVE-2024-1003")
              .fixes("debian:12", "zlib", "1:0.5-1")
              .made(),
          Advisories.record("debian-osv", "CVE-2024-1004")
              .affects("debian:12", "zlib", VendorStatus.WILL_NOT_FIX)
              .made(),
          Advisories.record("debian-osv", "CVE-2024-1005")
              .affects("debian:12", "zlib", VendorStatus.NOT_AFFECTED)
              .made(),
          Advisories.record("debian-osv", "CVE-2024-1006")
              .affects(
                  "debian:12",
                  "",
                  "zlib",
                  VendorStatus.FIXED,
                  List.of(new VersionRange(null, null, "0.1-1")))
              .made(),
          Advisories.record("debian-osv", "CVE-2024-1007")
              .fixes("debian:12", "zlib", "9.0-1")
              .withdrawn()
              .made());

  @ParameterizedTest
  @CsvSource({
    "1.0~rc0-1, 1001 1002 1003 1004 1006",
    "1.0~rc1-1, 1002 1003 1004 1006",
    "1.0-1, 1003 1004 1006",
    "1:0.4-1, 1003 1004 1006",
    "1:0.5-1, 1004 1006",
    "2:0-1, 1004 1006",
  })
  void all_that_is_not_surely_fixed_in_the_installed_version_is_a_candidate(
      String installed, String expected) {
    assertThat(database.candidates(BOOKWORM, "zlib", installed))
        .extracting(statement -> statement.advisory().value().substring("CVE-2024-".length()))
        .containsExactlyInAnyOrder(expected.split(" "));
  }

  @Test
  void a_version_that_cannot_be_parsed_has_every_statement_as_candidate() {
    assertThat(database.candidates(BOOKWORM, "zlib", "no version"))
        .containsExactlyInAnyOrderElementsOf(database.statements(BOOKWORM, "zlib"))
        .hasSize(7);
  }

  @Test
  void a_withdrawn_statement_is_there_to_be_explained() {
    assertThat(database.statements(BOOKWORM, "zlib"))
        .filteredOn(Statement::withdrawn)
        .singleElement()
        .satisfies(
            statement -> assertThat(statement.advisory().value()).isEqualTo("CVE-2024-1007"));
  }

  @Test
  void an_unknown_name_or_ecosystem_has_no_statements() {
    assertThat(database.statements(BOOKWORM, "zlib1g")).isEmpty();
    assertThat(database.candidates(BOOKWORM, "zlib1g", "1")).isEmpty();
    assertThat(database.statements(Ecosystem.parse("debian:11"), "zlib")).isEmpty();
    assertThat(database.repositories(Ecosystem.parse("debian:11"))).isEmpty();
  }

  @Test
  void repositories_are_those_of_the_statements() {
    assertThat(database.repositories(BOOKWORM)).containsExactly("");
    try (VulnerabilityDatabase alpine =
        Databases.of(
            Advisories.record("alpine-secdb", "CVE-2024-1001")
                .affects("alpine:3.18", "main", "zlib", VendorStatus.NOT_AFFECTED, List.of())
                .affects(
                    "alpine:3.18", "community", "zlib-ng", VendorStatus.NOT_AFFECTED, List.of())
                .made())) {
      assertThat(alpine.repositories(Ecosystem.parse("alpine:3.18")))
          .containsExactlyInAnyOrder("main", "community");
    }
  }
}
