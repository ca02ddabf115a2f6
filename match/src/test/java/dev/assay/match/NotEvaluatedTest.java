package dev.assay.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Ecosystem;
import dev.assay.model.NotEvaluated.Gap;
import dev.assay.model.NotEvaluated.Reason;
import dev.assay.model.ReleaseLife;
import dev.assay.model.SourceId;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class NotEvaluatedTest {
  private static final Known DEBIAN_12 = new Known().of("debian:12", "curl", "CVE-1").fixedIn("8");

  @Test
  void a_release_without_advisories_is_a_whole_gap() {
    var assessment = Host.rpm("ol", "9.3").with("curl", "7-1.el9").assess(DEBIAN_12);
    assertThat(assessment.findings()).isEmpty();
    assertThat(assessment.notEvaluated())
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.reason()).isEqualTo(Reason.NO_ADVISORIES);
              assertThat(gap.gap()).isEqualTo(Gap.WHOLE);
              assertThat(gap.why()).contains("oracle:9").contains("there is 1");
            });
  }

  @Test
  void a_derivative_with_an_archive_of_its_own_is_not_judged_as_its_parent() {
    var assessment = Host.rpm("raspbian", "12").with("curl", "7").assess(DEBIAN_12);
    assertThat(assessment.notEvaluated().getFirst().reason()).isEqualTo(Reason.NO_ADVISORIES);
  }

  @Test
  void a_release_whose_support_ended_says_so_and_is_judged_all_the_same() {
    Known known =
        new Known()
            .of("debian:10", "curl", "CVE-1")
            .fixedIn("8")
            .life(
                new ReleaseLife(
                    new SourceId("endoflife-date"),
                    Ecosystem.parse("debian:10"),
                    "Debian 10 (buster)",
                    null,
                    LocalDate.of(2022, 9, 10),
                    LocalDate.of(2024, 6, 30),
                    "LTS"));
    var assessment = Host.debian("10").with("curl", "7").assess(known);
    assertThat(assessment.findings()).hasSize(1);
    assertThat(assessment.notEvaluated())
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.reason()).isEqualTo(Reason.END_OF_LIFE);
              assertThat(gap.what()).isEqualTo("Debian 10 (buster)");
              assertThat(gap.why()).contains("2022-09-10");
            });
  }

  @Test
  void a_version_that_is_none_is_not_evaluated_with_its_text() {
    var assessment = Host.debian("12").with("curl", "not a version").assess(DEBIAN_12);
    assertThat(assessment.findings()).isEmpty();
    assertThat(assessment.notEvaluated())
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.reason()).isEqualTo(Reason.VERSION_UNPARSEABLE);
              assertThat(gap.why()).contains("not a version");
            });
  }

  @Test
  void a_fixed_version_that_is_none_is_not_evaluated() {
    Known known = new Known().of("debian:12", "curl", "CVE-1").fixedIn("not a version");
    var assessment = Host.debian("12").with("curl", "7").assess(known);
    assertThat(assessment.findings()).isEmpty();
    assertThat(assessment.notEvaluated()).hasSize(1);
  }

  @Test
  void the_starter_set_leaves_all_else_not_evaluated_without_being_a_whole_gap() {
    Known known = new Known().of("debian:12", "curl", "CVE-1").fixedIn("8").starterSetOf(244);
    var assessment = Host.debian("12").with("curl", "7").assess(known);
    assertThat(assessment.findings()).hasSize(1);
    assertThat(assessment.notEvaluated())
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.reason()).isEqualTo(Reason.STARTER_SET);
              assertThat(gap.gap()).isEqualTo(Gap.PART);
              assertThat(gap.why()).contains("only the 244 landmark vulnerabilities");
            });
  }
}
