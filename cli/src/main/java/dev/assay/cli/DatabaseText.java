package dev.assay.cli;

import dev.assay.model.DatabaseInfo;
import dev.assay.model.RejectedRecord;
import dev.assay.model.SourceInfo;
import dev.assay.report.PlainText;
import dev.assay.vulndb.VulnerabilityDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Says what a database holds, for people.
final class DatabaseText {
  private static final int EXAMPLES = 5;

  private final VulnerabilityDatabase advisories;
  private final DatabaseInfo info;
  private final TextPage page;

  DatabaseText(VulnerabilityDatabase advisories, TextPage page) {
    this.advisories = advisories;
    this.info = advisories.info();
    this.page = page;
  }

  void write() {
    page.line(PlainText.line(info.name()) + ", built " + info.built());
    page.line(
        "%s vulnerabilities in %d ecosystems, from %d %s"
            .formatted(
                TextPage.number(info.vulnerabilityCount()),
                advisories.ecosystems().size(),
                info.sources().size(),
                info.sources().size() == 1 ? "source" : "sources"));
    page.blank();
    sources();
    rejected();
    page.blank();
    ecosystems();
  }

  private void sources() {
    int wide =
        info.sources().stream().mapToInt(source -> source.id().value().length()).max().orElse(0);
    String row = "%-" + Math.max(wide, "SOURCE".length()) + "s  %-10s  %-13s  ";
    page.line(row.formatted("SOURCE", "DATE", "DATE FROM") + "CONTENT");
    for (SourceInfo source : info.sources()) {
      String start =
          row.formatted(
              PlainText.line(source.id().value()),
              source.snapshotDate() == null ? "unknown" : source.snapshotDate(),
              dateFrom(source));
      page.list(start, counts(source));
      String licence = source.licence() == null ? "" : "; licence: " + source.licence();
      page.words(" ".repeat(start.length()), PlainText.line(source.title() + licence));
    }
  }

  private static String dateFrom(SourceInfo source) {
    return switch (source.dateFrom()) {
      case MANIFEST -> "the manifest";
      case DOWNLOAD -> "the download";
      case FEED -> "the feed";
      case NEWEST_RECORD -> "newest record";
      case NONE -> "-";
    };
  }

  /// What there is none of is not worth a word.
  private static List<String> counts(SourceInfo source) {
    List<String> counts = new ArrayList<>();
    for (Map.Entry<String, Long> count : source.counts().entrySet()) {
      if (count.getValue() != 0) {
        counts.add(TextPage.number(count.getValue()) + " " + PlainText.line(count.getKey()));
      }
    }
    if (source.rejectedCount() > 0) {
      counts.add(TextPage.number(source.rejectedCount()) + " rejected");
    }
    return counts.isEmpty() ? List.of("nothing") : counts;
  }

  private void rejected() {
    List<SourceInfo> rejecting =
        info.sources().stream().filter(source -> source.rejectedCount() > 0).toList();
    if (rejecting.isEmpty()) {
      return;
    }
    page.blank();
    page.line("REJECTED, so not in the database");
    for (SourceInfo source : rejecting) {
      List<RejectedRecord> examples = source.rejectedExamples().stream().limit(EXAMPLES).toList();
      boolean all = source.rejectedCount() == examples.size();
      page.line(
          "%s: %s%s"
              .formatted(
                  PlainText.line(source.id().value()),
                  TextPage.number(source.rejectedCount()),
                  all ? "" : ", for example"));
      examples.forEach(page::rejected);
    }
  }

  private void ecosystems() {
    List<EcosystemRow> rows = EcosystemRow.of(advisories);
    int wide = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
    String format = "%-" + Math.max(wide, "ECOSYSTEM".length()) + "s  %9s  %10s";
    page.line(format.formatted("ECOSYSTEM", "PACKAGES", "STATEMENTS"));
    for (EcosystemRow row : rows) {
      page.line(
          format.formatted(
              row.name(), TextPage.number(row.packages()), TextPage.number(row.statements())));
    }
  }
}
