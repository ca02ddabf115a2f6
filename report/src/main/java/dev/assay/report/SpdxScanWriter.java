package dev.assay.report;

import dev.assay.model.AffectedInstallation;
import dev.assay.model.InstalledPackage;
import dev.assay.model.VulnerabilityFinding;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What is installed as an SPDX 2.3 document, each package with the advisories on it as SECURITY
/// references. SPDX 2.3 has no severities and no statuses: they stand in the comments.
final class SpdxScanWriter implements ReportWriter {

  @Override
  public void write(ScanReport report, OutputStream out) throws IOException {
    List<ViewedAssessment> viewed = report.viewed();
    List<Map<InstalledPackage, List<SpdxPackage.Known>>> known =
        viewed.stream().map(SpdxScanWriter::known).toList();
    SpdxDocument document =
        new SpdxDocument(
            report.toolVersion(),
            report.at(),
            viewed.stream().map(v -> v.assessment().inventory()).toList(),
            viewed.stream().map(ViewedAssessment::notEvaluated).toList());
    JsonOutput.document(
        out,
        json ->
            json.object(
                members ->
                    document.write(
                        members, (target, one) -> known.get(target).getOrDefault(one, List.of()))));
    out.flush();
  }

  private static Map<InstalledPackage, List<SpdxPackage.Known>> known(ViewedAssessment viewed) {
    Map<InstalledPackage, List<SpdxPackage.Known>> known = new HashMap<>();
    for (VulnerabilityFinding finding : viewed.shown()) {
      for (AffectedInstallation affected : finding.packages()) {
        known
            .computeIfAbsent(affected.installed(), key -> new ArrayList<>())
            .add(known(finding, affected));
      }
    }
    return known;
  }

  private static SpdxPackage.Known known(
      VulnerabilityFinding finding, AffectedInstallation affected) {
    String line =
        "%s (%s): %s"
            .formatted(
                finding.vulnerability().id(),
                Words.severity(finding.severity()),
                Words.status(affected));
    List<String> urls =
        affected.evidence().stream().flatMap(e -> Stream.ofNullable(e.url())).toList();
    return new SpdxPackage.Known(line, urls);
  }
}
