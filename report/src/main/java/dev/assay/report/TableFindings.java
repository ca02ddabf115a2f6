package dev.assay.report;

import dev.assay.model.AffectedInstallation.Use;
import dev.assay.model.CvssScore;
import dev.assay.model.EpssScore;
import dev.assay.model.Severity;
import dev.assay.model.Vulnerability;
import dev.assay.model.VulnerabilityFinding;
import dev.assay.report.SourcePackageGroup.Row;
import dev.assay.report.TableGrid.Column;
import dev.assay.report.TablePen.Tone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/// The findings, in three sections by what a reader can do: upgrade, wait or decide, and kernels
/// that do not run.
///
/// On a minimal Debian most vulnerabilities have no fix and many are unimportant. Those must not
/// drown the few that one command mends, nor may they vanish: a source package's vulnerabilities
/// without a fix are one line with their counts, but for the severe and the exploited, which keep
/// a row of their own; and every section says how many it folded.
final class TableFindings {
  private static final int ROWS_OF_A_SHORT_SECTION = 12;
  private static final int ROWS_OF_A_GROUP = 10;
  private static final int PACKAGES_NAMED = 6;

  private final TablePen pen;
  private final VersionOrder order;

  TableFindings(TablePen pen, VersionOrder order) {
    this.pen = pen;
    this.order = order;
  }

  void draw(List<VulnerabilityFinding> findings) {
    List<SourcePackageGroup> groups = SourcePackageGroup.of(findings);
    Predicate<SourcePackageGroup> runs = group -> group.key().use() == Use.INSTALLED;
    section("FIX AVAILABLE", ", mended by an upgrade", pick(groups, runs.and(g -> g.fixable())));
    section("NO FIX AVAILABLE", "", pick(groups, runs.and(g -> !g.fixable())));
    section(
        "INSTALLED, NOT RUNNING",
        ": kernels not in use, which --fail-on does not count",
        pick(groups, runs.negate()));
  }

  private static List<SourcePackageGroup> pick(
      List<SourcePackageGroup> groups, Predicate<SourcePackageGroup> wanted) {
    return groups.stream().filter(wanted).toList();
  }

  private void section(String heading, String remark, List<SourcePackageGroup> groups) {
    if (groups.isEmpty()) {
      return;
    }
    int total = groups.stream().mapToInt(group -> group.rows().size()).sum();
    List<Shown> all =
        groups.stream().map(group -> new Shown(group, shownRows(group, total))).toList();
    pen.blank();
    long vulnerabilities =
        groups.stream()
            .flatMap(group -> group.rows().stream())
            .map(row -> row.finding().vulnerability().id())
            .distinct()
            .count();
    String number = Words.count(vulnerabilities, Words.VULNERABILITY, Words.VULNERABILITIES);
    long sources = groups.stream().map(SourcePackageGroup::key).distinct().count();
    String packages = Words.count(sources, "source package");
    pen.wrapped(Tone.HEADING, "", 2, "%s: %s in %s%s".formatted(heading, number, packages, remark));
    List<Shown> withRows = all.stream().filter(shown -> !shown.rows().isEmpty()).toList();
    rows(withRows);
    folded(all.stream().filter(shown -> shown.rows().isEmpty()).toList(), withRows);
    int hidden = total - all.stream().mapToInt(shown -> shown.rows().size()).sum();
    if (hidden > 0) {
      pen.wrapped(
          Tone.FAINT,
          "  ",
          2,
          "("
              + hidden
              + " folded into counts. A row for each: --format html, csv or json; fewer:"
              + " --severity, --ignore-unfixed)");
    }
  }

  /// A group and those of its rows that are drawn one by one.
  private record Shown(SourcePackageGroup group, List<Row> rows) {
    List<Row> rest() {
      return group.rows().subList(rows.size(), group.rows().size());
    }
  }

  private List<Row> shownRows(SourcePackageGroup group, int total) {
    if (!pen.folds() || total <= ROWS_OF_A_SHORT_SECTION) {
      return group.rows();
    }
    if (group.key().use() == Use.NOT_RUNNING) {
      return List.of();
    }
    List<Row> rows =
        group.rows().stream().filter(row -> group.fixable() || isPressing(row)).toList();
    boolean almostAll = rows.size() <= ROWS_OF_A_GROUP + 2;
    return almostAll ? rows : rows.subList(0, ROWS_OF_A_GROUP);
  }

  private static boolean isPressing(Row row) {
    return row.finding().severity().isAtLeast(Severity.HIGH)
        || FindingWords.isExploited(row.finding().vulnerability());
  }

  private void rows(List<Shown> groups) {
    if (groups.isEmpty()) {
      return;
    }
    List<List<String>> cells =
        groups.stream().flatMap(shown -> shown.rows().stream()).map(TableFindings::cells).toList();
    TableGrid grid = new TableGrid(COLUMNS, cells, pen.width());
    pen.line(pen.toned(Tone.FAINT, grid.headings().stripTrailing()));
    for (Shown shown : groups) {
      pen.wrapped(Tone.HEADING, "", 4, title(shown.group()));
      for (Row row : shown.rows()) {
        Severity severity = row.finding().severity();
        pen.line(grid.row(cells(row), word -> pen.toned(severity, word)));
      }
      rest(shown);
    }
  }

  private void rest(Shown shown) {
    List<Row> rest = shown.rest();
    if (!rest.isEmpty()) {
      String statuses = shown.group().fixable() ? "" : "; " + statuses(rest);
      pen.wrapped(
          Tone.FAINT,
          "  … ",
          4,
          "and %d more in this package: %s%s".formatted(rest.size(), counts(rest), statuses));
    }
  }

  /// `openssl 3.0.11-1 → 3.0.15-1 (libssl3, openssl)`.
  private String title(SourcePackageGroup group) {
    StringBuilder title = new StringBuilder(name(group));
    group.mendsAll(order).ifPresent(fix -> title.append(" → ").append(PlainText.line(fix)));
    List<String> names = group.packageNames();
    if (!names.equals(List.of(group.key().sourceName()))) {
      int named = Math.min(names.size(), PACKAGES_NAMED);
      title.append(" (").append(PlainText.line(String.join(", ", names.subList(0, named))));
      title.append(names.size() > named ? " and " + (names.size() - named) + " more)" : ")");
    }
    return title.toString();
  }

  private static String name(SourcePackageGroup group) {
    return PlainText.line(group.key().sourceName() + " " + group.key().sourceVersion());
  }

  private void folded(List<Shown> folded, List<Shown> before) {
    if (folded.isEmpty()) {
      return;
    }
    if (!before.isEmpty()) {
      pen.blank();
    }
    List<List<String>> cells = new ArrayList<>();
    for (Shown shown : folded) {
      SourcePackageGroup group = shown.group();
      cells.add(
          List.of(
              name(group),
              Integer.toString(group.rows().size()),
              counts(group.rows()),
              statuses(group.rows())));
    }
    TableGrid grid = new TableGrid(FOLDED_COLUMNS, cells, pen.width());
    pen.line(pen.toned(Tone.FAINT, grid.headings().stripTrailing()));
    cells.forEach(row -> pen.line(grid.row(row, text -> text)));
  }

  private static String counts(List<Row> rows) {
    return SeverityCounts.of(rows.stream().map(Row::finding).toList()).inWords();
  }

  /// Each status with how often, the most frequent first.
  private static String statuses(List<Row> rows) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    rows.forEach(row -> counts.merge(Words.statusKind(row.first()), 1, Integer::sum));
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .map(status -> status.getValue() + " " + status.getKey())
        .reduce((a, b) -> a + "; " + b)
        .orElse("");
  }

  private static String status(Row row) {
    return row.packages().stream()
        .filter(affected -> affected.fixedVersion() != null)
        .findFirst()
        .map(Words::status)
        .orElseGet(() -> Words.status(row.first()));
  }

  private static final List<Column> COLUMNS =
      List.of(
          Column.left("SEVERITY"),
          Column.left("VULNERABILITY"),
          Column.shrinks("STATUS"),
          Column.right("CVSS"),
          Column.right("EPSS"),
          Column.left("EXPLOIT"),
          Column.left("TITLE"));

  private static final List<Column> FOLDED_COLUMNS =
      List.of(
          Column.shrinks("SOURCE PACKAGE"),
          Column.right("COUNT"),
          Column.left("SEVERITIES"),
          Column.left("STATUS"));

  private static List<String> cells(Row row) {
    Vulnerability vulnerability = row.finding().vulnerability();
    return List.of(
        shortWord(row.finding().severity()),
        PlainText.line(vulnerability.id().value()),
        PlainText.line(status(row)),
        FindingWords.score(vulnerability).map(TableFindings::score).orElse(""),
        epss(vulnerability),
        exploit(vulnerability),
        Words.title(vulnerability));
  }

  private static String shortWord(Severity severity) {
    return severity == Severity.INFORMATIONAL ? "info" : Words.severity(severity);
  }

  private static String score(CvssScore score) {
    return String.format(Locale.ROOT, "%.1f", score.baseScore());
  }

  private static String epss(Vulnerability vulnerability) {
    EpssScore epss = vulnerability.epss();
    if (epss == null) {
      return "";
    }
    long percent = Math.round(epss.probability() * 100);
    return percent == 0 ? "<1%" : percent + "%";
  }

  private static String exploit(Vulnerability vulnerability) {
    if (vulnerability.knownExploited() != null) {
      return "KEV";
    }
    return vulnerability.exploits().isEmpty() ? "" : "public";
  }
}
