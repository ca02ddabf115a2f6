package dev.assay.report;

import dev.assay.model.Inventory;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// What is installed, and what is wrong with it, as a CycloneDX 1.6 bill of materials with
/// vulnerabilities.
final class CycloneDxScanWriter implements ReportWriter {

  @Override
  public void write(ScanReport report, OutputStream out) throws IOException {
    List<ViewedAssessment> viewed = report.viewed();
    List<Inventory> inventories = viewed.stream().map(v -> v.assessment().inventory()).toList();
    ComponentRefs refs = new ComponentRefs(inventories);
    CycloneDxBom bom =
        new CycloneDxBom(
            CycloneDxVersion.V1_6,
            report.toolVersion(),
            report.at(),
            inventories,
            viewed.stream().map(ViewedAssessment::notEvaluated).toList(),
            refs);
    JsonOutput.document(
        out,
        json ->
            json.object(
                document -> {
                  bom.write(document);
                  document.array("vulnerabilities", all -> vulnerabilities(all, viewed, refs));
                }));
    out.flush();
  }

  private static void vulnerabilities(
      JsonOutput json, List<ViewedAssessment> viewed, ComponentRefs refs) {
    for (int target = 0; target < viewed.size(); target++) {
      CycloneDxVulnerability vulnerability = new CycloneDxVulnerability(refs, target);
      viewed
          .get(target)
          .shown()
          .forEach(finding -> json.object(one -> vulnerability.write(one, finding, null)));
      viewed
          .get(target)
          .suppressed()
          .forEach(s -> json.object(one -> vulnerability.write(one, s.finding(), s.by())));
    }
  }
}
