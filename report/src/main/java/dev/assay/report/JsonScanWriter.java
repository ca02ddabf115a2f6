package dev.assay.report;

import dev.assay.model.DatabaseInfo;
import dev.assay.model.NotEvaluated;
import dev.assay.model.SourceInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// Assay's own JSON, described in docs/formats.md: an object for one target, an array of them
/// for several. Each finding has the shape of Inspector v2's `Finding`.
final class JsonScanWriter implements ReportWriter {

  @Override
  public void write(ScanReport report, OutputStream out) throws IOException {
    List<ViewedAssessment> viewed = report.viewed();
    JsonOutput.document(
        out,
        json -> {
          if (viewed.size() == 1) {
            json.object(members -> target(members, report, viewed.getFirst()));
          } else {
            json.array(
                elements ->
                    viewed.forEach(
                        one -> elements.object(members -> target(members, report, one))));
          }
        });
    out.flush();
  }

  private static void target(JsonOutput json, ScanReport report, ViewedAssessment viewed) {
    JsonFinding finding = new JsonFinding(viewed.assessment().inventory(), report.at());
    json.object("resource", r -> JsonResource.write(r, viewed.assessment(), report.at()));
    json.object("database", d -> database(d, report.database()));
    json.member("assayVersion", report.toolVersion());
    json.member("scannedAt", report.at());
    json.objects("findings", viewed.shown(), finding::active);
    json.objects("suppressedFindings", viewed.suppressed(), finding::suppressed);
    json.object(
        "hiddenFindings",
        hidden -> {
          hidden.member("belowSeverity", viewed.belowSeverity());
          hidden.member("withoutFix", viewed.unfixed());
        });
    json.objects("notEvaluated", viewed.notEvaluated(), JsonScanWriter::notEvaluated);
  }

  static void notEvaluated(JsonOutput json, NotEvaluated gap) {
    json.member("what", gap.what());
    json.member("why", gap.why());
    json.member("reason", gap.reason());
    json.member("gap", gap.gap());
  }

  private static void database(JsonOutput json, DatabaseInfo database) {
    json.member("name", database.name());
    json.member("built", database.built());
    json.member("starter", database.starter());
    json.member("vulnerabilities", database.vulnerabilityCount());
    json.objects("sources", database.sources(), JsonScanWriter::source);
  }

  private static void source(JsonOutput json, SourceInfo source) {
    json.member("id", source.id());
    json.member("title", source.title());
    json.member("date", source.snapshotDate());
    json.member("dateFrom", source.dateFrom());
    json.member("licence", source.licence());
    json.object("counts", counts -> source.counts().forEach((k, n) -> counts.member(k, (long) n)));
    json.member("rejected", source.rejectedCount());
  }
}
