package dev.assay.cli;

import dev.assay.feeds.FeedReport;
import dev.assay.feeds.FeedReport.PassedOver;
import dev.assay.model.DatabaseInfo;
import dev.assay.model.Ecosystem;
import dev.assay.model.RejectedRecord;
import dev.assay.model.SourceInfo;
import dev.assay.vulndb.VulnerabilityDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/// Says what a database holds, for people or as JSON.
final class DatabaseDescription {
  private final VulnerabilityDatabase advisories;
  private final DatabaseInfo info;

  DatabaseDescription(VulnerabilityDatabase advisories) {
    this.advisories = advisories;
    this.info = advisories.info();
  }

  void text(OutputStream stream) {
    PrintWriter out = new PrintWriter(stream, false, StandardCharsets.UTF_8);
    out.printf(
        Locale.ROOT,
        "%s, built %s: %,d vulnerabilities in %d ecosystems%n%n",
        info.name(),
        info.built(),
        info.vulnerabilityCount(),
        advisories.ecosystems().size());
    out.printf("%-22s %-10s %-14s %s%n", "SOURCE", "DATE", "DATE FROM", "CONTENT");
    for (SourceInfo source : info.sources()) {
      out.printf(
          "%-22s %-10s %-14s %s%n",
          source.id(),
          source.snapshotDate() == null ? "unknown" : source.snapshotDate(),
          dateFrom(source),
          counts(source.counts()));
      out.printf("%-22s %s%n", "", source.title() + licence(source));
      rejected(out, source);
    }
    out.println();
    ecosystems(out);
    out.flush();
  }

  private static String licence(SourceInfo source) {
    return source.licence() == null ? "" : "; licence: " + source.licence();
  }

  private static String dateFrom(SourceInfo source) {
    return switch (source.dateFrom()) {
      case MANIFEST -> "manifest";
      case DOWNLOAD -> "download";
      case FEED -> "the feed";
      case NEWEST_RECORD -> "newest record";
      case NONE -> "-";
    };
  }

  private static String counts(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(count -> String.format(Locale.ROOT, "%,d %s", count.getValue(), count.getKey()))
        .collect(Collectors.joining(", "));
  }

  private static void rejected(PrintWriter out, SourceInfo source) {
    if (source.rejectedCount() == 0) {
      return;
    }
    out.printf(Locale.ROOT, "%-22s rejected: %,d%n", "", source.rejectedCount());
    for (RejectedRecord rejected : source.rejectedExamples().stream().limit(5).toList()) {
      out.printf("%-22s   %s: %s%n", "", rejected.where(), rejected.why());
    }
    if (source.rejectedCount() > 5) {
      out.printf("%-22s   …%n", "");
    }
  }

  private void ecosystems(PrintWriter out) {
    out.printf("%-34s %12s %12s%n", "ECOSYSTEM", "PACKAGES", "STATEMENTS");
    for (Ecosystem ecosystem : new TreeSet<>(advisories.ecosystems())) {
      out.printf(
          Locale.ROOT,
          "%-34s %,12d %,12d%n",
          ecosystem,
          advisories.packageCount(ecosystem),
          advisories.statementCount(ecosystem));
    }
  }

  /// What of the feed files was not imported, which a finished database does not know.
  void passedOver(OutputStream stream, FeedReport report) {
    PrintWriter out = new PrintWriter(stream, false, StandardCharsets.UTF_8);
    List<PassedOver> notRead =
        report.passedOver().stream()
            .filter(passed -> passed.kind() != PassedOver.Kind.NOT_A_FEED)
            .toList();
    if (!notRead.isEmpty()) {
      out.printf("%nNot imported:%n");
      for (PassedOver passed : notRead) {
        out.printf(
            Locale.ROOT,
            "  %s: %,d %s%s%n",
            passed.file(),
            passed.count(),
            passed.what(),
            passed.example().isEmpty() ? "" : " (for example " + passed.example() + ")");
      }
    }
    out.flush();
  }

  void json(OutputStream out) throws IOException {
    PrettyJson.write(out, this::write);
  }

  private void write(JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("name", info.name());
    json.writeStringProperty("built", info.built().toString());
    json.writeBooleanProperty("starter", info.starter());
    json.writeNumberProperty("vulnerabilities", info.vulnerabilityCount());
    json.writeArrayPropertyStart("sources");
    info.sources().forEach(source -> write(json, source));
    json.writeEndArray();
    json.writeArrayPropertyStart("ecosystems");
    for (Ecosystem ecosystem : new TreeSet<>(advisories.ecosystems())) {
      json.writeStartObject();
      json.writeStringProperty("name", ecosystem.toString());
      json.writeNumberProperty("packages", advisories.packageCount(ecosystem));
      json.writeNumberProperty("statements", advisories.statementCount(ecosystem));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, SourceInfo source) {
    json.writeStartObject();
    json.writeStringProperty("id", source.id().value());
    json.writeStringProperty("title", source.title());
    if (source.snapshotDate() != null) {
      json.writeStringProperty("date", source.snapshotDate().toString());
    }
    json.writeStringProperty("dateFrom", source.dateFrom().name());
    if (source.licence() != null) {
      json.writeStringProperty("licence", source.licence());
    }
    json.writeObjectPropertyStart("counts");
    source.counts().forEach((kind, count) -> json.writeNumberProperty(kind, count));
    json.writeEndObject();
    json.writeNumberProperty("rejected", source.rejectedCount());
    json.writeArrayPropertyStart("rejectedExamples");
    for (RejectedRecord rejected : source.rejectedExamples()) {
      json.writeStartObject();
      json.writeStringProperty("where", rejected.where());
      json.writeStringProperty("why", rejected.why());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
