package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.Severity;
import dev.assay.model.VulnerabilityFinding;
import dev.assay.model.VulnerabilityId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewTest {

  @Test
  void aSuppressionOfOnePackageSplitsTheFinding() {
    ViewedAssessment viewed =
        view(suppressing("CVE-1998-0005", "linux-image-6.1.0-17-amd64", null));
    VulnerabilityFinding shown = only(viewed, "CVE-1998-0005");
    assertThat(shown.packages()).hasSize(1);
    assertThat(viewed.suppressed()).hasSize(1);
    assertThat(viewed.suppressed().getFirst().finding().packages())
        .extracting(affected -> affected.installed().name())
        .containsExactly("linux-image-6.1.0-17-amd64");
  }

  @Test
  void aSuppressionMayNameTheSourcePackageOrAnAlias() {
    assertThat(
            view(suppressing("CVE-1998-0001", "openssl", null))
                .suppressed()
                .getFirst()
                .finding()
                .packages())
        .hasSize(2);
    assertThat(view(suppressing("GHSA-aaaa-bbbb-cccc", null, null)).suppressed()).hasSize(1);
    assertThat(view(suppressing("CVE-1998-0001", "bash", null)).suppressed()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2026-11-23, 0, 1", "2026-11-24, 1, 0", "2026-11-25, 1, 0"})
  void aSuppressionHoldsThroughItsLastDay(LocalDate expires, int suppressed, int expired) {
    ViewedAssessment viewed = view(suppressing("CVE-1998-0001", null, expires));
    assertThat(viewed.suppressed()).hasSize(suppressed);
    assertThat(viewed.expired()).hasSize(expired);
  }

  @Test
  void theUnjudgedAreBelowEverySeverity() {
    ViewedAssessment viewed = view(new View(Severity.INFORMATIONAL, View.Unfixed.SHOWN, List.of()));
    assertThat(viewed.belowSeverity()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "2027-01-01, -,          SUPPORTED",
        "2026-11-24, -,          SUPPORTED",
        "2026-11-23, -,          ENDED",
        "2026-11-23, 2027-01-01, EXTENDED_ONLY",
        "2020-01-01, 2022-01-01, ENDED",
        "-,          2027-01-01, SUPPORTED",
        "-,          2022-01-01, ENDED",
        "-,          -,          UNKNOWN",
      })
  void supportByDates(@Nullable String eol, @Nullable String extended, Support support) {
    Instant at = Instant.parse("2026-11-24T10:00:00Z");
    assertThat(Support.of(Fixtures.bookwormLife(eol, extended), at)).isEqualTo(support);
  }

  @Test
  void anUnknownFormatNamesTheKnownOnes() {
    assertThat(ReportFormat.parse("CycloneDX")).isEqualTo(ReportFormat.CYCLONEDX);
    assertThatThrownBy(() -> ReportFormat.parse("xml"))
        .hasMessage(
            "No format is called \"xml\"; there are table, json, sarif, cyclonedx, spdx, csv, html");
  }

  private static ViewedAssessment view(View view) {
    return ViewedAssessment.of(Fixtures.debianHost(), view, Fixtures.AT);
  }

  private static View suppressing(
      String vulnerability, @Nullable String packageName, @Nullable LocalDate expires) {
    return new View(
        Severity.UNTRIAGED,
        View.Unfixed.SHOWN,
        List.of(
            new Suppression(
                new VulnerabilityId(vulnerability), packageName, "for a reason", expires)));
  }

  private static VulnerabilityFinding only(ViewedAssessment viewed, String id) {
    return viewed.shown().stream()
        .filter(finding -> finding.vulnerability().id().value().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
