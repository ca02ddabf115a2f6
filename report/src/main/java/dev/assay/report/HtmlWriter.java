package dev.assay.report;

import dev.assay.model.DatabaseInfo;
import dev.assay.model.SourceInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// One HTML file for people, without a single outside resource. It reads well without its script,
/// which only sorts and filters; its Content-Security-Policy lets nothing else run.
final class HtmlWriter implements ReportWriter {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  @Override
  public void write(ScanReport report, OutputStream out) throws IOException {
    HtmlPen pen = new HtmlPen();
    pen.open("html", "lang", "en");
    head(pen, report);
    pen.open("body").open("main");
    masthead(pen, report);
    List<ViewedAssessment> viewed = report.viewed();
    for (int target = 0; target < viewed.size(); target++) {
      new HtmlTarget(pen, report).draw(viewed.get(target), "t" + (target + 1));
    }
    database(pen, report.database());
    pen.element("footer", "Made by Assay " + report.toolVersion() + ".");
    pen.close("main").verbatim("script", Page.SCRIPT).close("body").close("html");
    out.write(pen.page().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static void head(HtmlPen pen, ScanReport report) {
    String targets =
        report.assessments().stream()
            .map(assessment -> PlainText.line(assessment.inventory().target()))
            .collect(Collectors.joining(", "));
    pen.open("head")
        .empty("meta", "charset", "utf-8")
        .empty("meta", "http-equiv", "Content-Security-Policy", "content", Page.POLICY)
        .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
        .empty("meta", "name", "color-scheme", "content", "light dark")
        .element("title", "Vulnerabilities of " + targets)
        .verbatim("style", Page.STYLE)
        .close("head")
        .newLine();
  }

  private static void masthead(HtmlPen pen, ScanReport report) {
    pen.open("header");
    pen.element("h1", "Vulnerability report");
    pen.element("p", "Scanned " + MINUTE.format(report.at()), "class", "quiet");
    DatabaseInfo database = report.database();
    if (database.starter()) {
      pen.element("p", TableWriter.starterSet(database), "class", "notice alarm");
    }
    pen.close("header").newLine();
    if (report.assessments().size() > 1) {
      contents(pen, report.viewed());
    }
  }

  private static void contents(HtmlPen pen, List<ViewedAssessment> viewed) {
    pen.open("nav", "aria-label", "Targets").open("ol");
    for (int target = 0; target < viewed.size(); target++) {
      String name = PlainText.line(viewed.get(target).assessment().inventory().target());
      String counts = SeverityCounts.of(viewed.get(target).inUse()).inWords();
      String none = viewed.get(target).nothingWasJudged() ? " not evaluated" : " none known";
      pen.open("li")
          .element("a", name, "href", "#t" + (target + 1))
          .element("span", counts.isEmpty() ? none : " " + counts, "class", "quiet")
          .close("li");
    }
    pen.close("ol").close("nav").newLine();
  }

  private static void database(HtmlPen pen, DatabaseInfo database) {
    pen.open("section", "class", "database").element("h2", "Advisory database");
    pen.element("p", TableWriter.used(database) + ".");
    if (!database.sources().isEmpty()) {
      pen.open("details").element("summary", "Its sources");
      pen.open("table").open("thead").open("tr");
      for (String heading : List.of("Source", "Date", "Date from", "Records", "Rejected")) {
        pen.element("th", heading, "scope", "col");
      }
      pen.close("tr").close("thead").open("tbody");
      database.sources().forEach(source -> source(pen, source));
      pen.close("tbody").close("table").close("details");
    }
    pen.close("section").newLine();
  }

  private static void source(HtmlPen pen, SourceInfo source) {
    String date = source.snapshotDate() == null ? "unknown" : source.snapshotDate().toString();
    String origin = source.dateFrom().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    pen.open("tr")
        .element("th", source.title() + " (" + source.id() + ")", "scope", "row")
        .element("td", date)
        .element("td", origin)
        .element("td", counts(source.counts()))
        .element("td", Long.toString(source.rejectedCount()))
        .close("tr");
  }

  private static String counts(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(count -> "%,d %s".formatted(count.getValue(), count.getKey()))
        .collect(Collectors.joining(", "));
  }

  /// What every page has, read when the first one is written.
  private static final class Page {
    static final String STYLE = Resources.text("report.css");
    static final String SCRIPT = Resources.text("report.js");
    static final String POLICY =
        "default-src 'none'; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'"
            .formatted(Fingerprint.policyHash(STYLE), Fingerprint.policyHash(SCRIPT));
  }
}
