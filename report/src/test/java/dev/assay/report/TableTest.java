package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.Assessment;
import dev.assay.model.InstalledPackage;
import dev.assay.model.Inventory;
import dev.assay.model.NotEvaluated;
import dev.assay.model.NotEvaluated.Gap;
import dev.assay.model.NotEvaluated.Reason;
import dev.assay.model.Severity;
import dev.assay.report.TableStyle.Colours;
import dev.assay.report.TableStyle.Folding;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {
  private static final List<Assessment> ALL =
      List.of(
          Fixtures.debianHost(),
          Fixtures.endedRpmRoot(),
          Fixtures.cleanImage(),
          Fixtures.longTail(),
          Fixtures.hostile());

  @ParameterizedTest
  @ValueSource(ints = {60, 80, 100, 137, 200})
  void noLineIsWiderThanAskedOrEndsInABlank(int width) throws IOException {
    TableStyle style = new TableStyle(width, Colours.NONE, Folding.FOLDED);
    for (Assessment assessment : ALL) {
      String table = draw(style, assessment);
      assertThat(table.lines())
          .allSatisfy(line -> assertThat(line).isEqualTo(line.stripTrailing()))
          .allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(width));
    }
  }

  @Test
  void aVulnerabilityOfTwoSourcePackagesIsCountedOnce() throws IOException {
    Inventory read = Fixtures.longTail().inventory();
    InstalledPackage first = read.packages().getFirst();
    InstalledPackage second = read.packages().getLast();
    Assessment shared =
        new Assessment(
            read,
            Fixtures.longTail().ecosystem(),
            null,
            List.of(
                Fixtures.finding(
                    Fixtures.vulnerability("CVE-1998-1", "In two"),
                    Severity.HIGH,
                    Fixtures.fixable(first, "CVE-1998-1", "2-2"),
                    Fixtures.fixable(second, "CVE-1998-1", "2-2"))),
            List.of());
    assertThat(draw(TableStyle.plain(), shared))
        .contains("1 vulnerability: 1 high")
        .contains("FIX AVAILABLE: 1 vulnerability in 2 source packages");
  }

  @Test
  void anUnfoldedTableHasARowForEach() throws IOException {
    TableStyle style = new TableStyle(100, Colours.NONE, Folding.UNFOLDED);
    assertThat(rows(draw(style, Fixtures.longTail()))).isEqualTo(300);
  }

  @Test
  void whatIsFoldedIsCounted() throws IOException {
    String table = draw(TableStyle.plain(), Fixtures.longTail());
    long folded = 0;
    Matcher matcher = Pattern.compile("\\((\\d+) folded into counts").matcher(table);
    while (matcher.find()) {
      folded += Long.parseLong(matcher.group(1));
    }
    assertThat(rows(table) + folded).isEqualTo(300);
    assertThat(table.lines().count()).isLessThan(120);
  }

  @Test
  void everySevereVulnerabilityWithoutAFixKeepsItsRow() throws IOException {
    String table = draw(TableStyle.plain(), Fixtures.longTail());
    Fixtures.longTail().findings().stream()
        .filter(finding -> finding.severity().isAtLeast(Severity.HIGH))
        .forEach(finding -> assertThat(table).contains(finding.vulnerability().id().value()));
  }

  @Test
  void anEmptyResultWithGapsDoesNotReadAsClean() throws IOException {
    Assessment clean = Fixtures.cleanImage();
    Assessment gaps =
        new Assessment(
            clean.inventory(),
            null,
            null,
            List.of(),
            Fixtures.endedRpmRoot().inventory().notEvaluated());
    assertThat(draw(TableStyle.plain(), gaps))
        .contains("No known vulnerabilities in 3 packages, but not everything was evaluated")
        .contains("!! whole gap");
    assertThat(draw(TableStyle.plain(), clean))
        .endsWith("No known vulnerabilities in 3 packages\n");
  }

  @Test
  void whereNoPackageCouldBeReadNothingIsSaidToBeFree() throws IOException {
    Inventory read = Fixtures.cleanImage().inventory();
    Inventory unread =
        new Inventory(
            read.target(),
            read.os(),
            read.kernel(),
            List.of(),
            read.subscriptions(),
            read.repositories(),
            read.modules(),
            List.of(new NotEvaluated("x", Reason.UNREADABLE, "no package", Gap.WHOLE)));
    Assessment unjudged =
        new Assessment(
            unread, Fixtures.cleanImage().ecosystem(), null, List.of(), unread.notEvaluated());
    assertThat(draw(TableStyle.plain(), unjudged))
        .endsWith("No package was evaluated: see above\n");
  }

  @Test
  void whereNothingCouldBeJudgedNothingIsSaidToBeFree() throws IOException {
    Assessment clean = Fixtures.cleanImage();
    Assessment unjudged =
        new Assessment(
            clean.inventory(),
            clean.ecosystem(),
            null,
            List.of(),
            List.of(new NotEvaluated("x", Reason.NO_ADVISORIES, "none", Gap.WHOLE)));
    assertThat(draw(TableStyle.plain(), unjudged))
        .endsWith("No package was evaluated: see above\n")
        .doesNotContain("No known vulnerabilities")
        .doesNotContain("judged as");
  }

  @Test
  void theEndOfSupportIsToldOnceAndOtherGapsStay() throws IOException {
    Assessment ended = Fixtures.endedRpmRoot();
    NotEvaluated end =
        new NotEvaluated(
            "Red Hat Enterprise Linux 8.4",
            NotEvaluated.Reason.END_OF_LIFE,
            "support ended on 2023-05-31",
            NotEvaluated.Gap.PART);
    Assessment said =
        new Assessment(
            ended.inventory(), ended.ecosystem(), ended.life(), ended.findings(), List.of(end));
    for (ReportWriter writer : List.of(new TableWriter(TableStyle.plain()), new HtmlWriter())) {
      String with = Golden.text(writer, Fixtures.report(View.everything(), said));
      String without = Golden.text(writer, Fixtures.report(View.everything(), ended));
      assertThat(with).isEqualTo(without).contains("2023-05-31").contains("after page 12");
    }
    Assessment unknownLife =
        new Assessment(said.inventory(), said.ecosystem(), null, said.findings(), List.of(end));
    assertThat(draw(TableStyle.plain(), unknownLife)).contains("support ended on 2023-05-31");
  }

  @Test
  void theStarterSetIsNamedInTheFirstLine() throws IOException {
    String table =
        Golden.text(new TableWriter(TableStyle.plain()), Fixtures.starterReport(ALL.getFirst()));
    assertThat(table.lines().findFirst())
        .hasValue(
            "178 landmark vulnerabilities were checked, all else is not evaluated; for the full"
                + " database run: assay db update (or assay db build --from DIR --to FILE)");
  }

  @Test
  void aTooNarrowTableIsRefused() {
    assertThatThrownBy(() -> new TableStyle(20, Colours.NONE, Folding.FOLDED))
        .hasMessageContaining("at least 60");
  }

  @Test
  void wideCharactersTakeTwoColumnsAndMarksNone() {
    assertThat(TextWidth.of("漢字")).isEqualTo(4);
    assertThat(TextWidth.of("e\u0301")).isEqualTo(1);
    assertThat(TextWidth.cut("漢字漢字", 5)).isEqualTo("漢字…");
    assertThat(TextWidth.padRight("漢", 4)).isEqualTo("漢  ");
  }

  private static long rows(String table) {
    return table.lines().filter(line -> line.startsWith("  ") && line.contains("CVE-1998")).count();
  }

  private static String draw(TableStyle style, Assessment assessment) throws IOException {
    return Golden.text(new TableWriter(style), Fixtures.report(View.everything(), assessment));
  }
}
