package dev.assay.report;

import dev.assay.model.AdvisoryReference;
import dev.assay.model.AffectedInstallation;
import dev.assay.model.CvssScore;
import dev.assay.model.InstalledPackage;
import dev.assay.model.Vulnerability;
import dev.assay.model.VulnerabilityFinding;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// CSV, one line for each vulnerability and installed package, then one for each thing that
/// was not evaluated (its first column says which).
final class CsvWriter implements ReportWriter {
  private static final List<String> HEADINGS =
      List.of(
          "record",
          "target",
          "vulnerability",
          "severity",
          "status",
          "package",
          "version",
          "architecture",
          "type",
          "source_package",
          "source_version",
          "fixed_version",
          "vendor_status",
          "vendor_severity",
          "use",
          "cvss_score",
          "cvss_vector",
          "cvss_source",
          "epss",
          "kev_added",
          "kev_due",
          "exploit_available",
          "advisories",
          "aliases",
          "published",
          "title",
          "remediation",
          "purl",
          "reason");

  @Override
  public void write(ScanReport report, OutputStream out) throws IOException {
    StringBuilder csv = new StringBuilder();
    CsvLine.append(csv, HEADINGS);
    for (ViewedAssessment viewed : report.viewed()) {
      viewed.shown().forEach(finding -> finding(csv, viewed, finding, "ACTIVE", ""));
      for (ViewedAssessment.Suppressed one : viewed.suppressed()) {
        finding(csv, viewed, one.finding(), "SUPPRESSED", one.by().reason());
      }
      viewed
          .notEvaluated()
          .forEach(
              gap ->
                  CsvLine.append(
                      csv,
                      notEvaluated(
                          viewed.assessment().inventory().target(),
                          gap.gap().name(),
                          gap.what(),
                          gap.reason() + ": " + gap.why())));
    }
    out.write(csv.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static void finding(
      StringBuilder csv,
      ViewedAssessment viewed,
      VulnerabilityFinding finding,
      String status,
      String reason) {
    for (AffectedInstallation affected : finding.packages()) {
      List<String> cells = new ArrayList<>();
      cells.add("finding");
      cells.add(viewed.assessment().inventory().target());
      cells.add(finding.vulnerability().id().value());
      cells.add(finding.severity().name());
      cells.add(status);
      installed(cells, affected);
      vulnerability(cells, finding.vulnerability(), affected);
      cells.add(PackagePurl.of(affected.installed(), viewed.assessment().inventory().os()).value());
      cells.add(reason);
      CsvLine.append(csv, cells);
    }
  }

  private static void installed(List<String> cells, AffectedInstallation affected) {
    InstalledPackage installed = affected.installed();
    cells.add(installed.name());
    cells.add(installed.version());
    cells.add(installed.architecture());
    cells.add(installed.type().purlType());
    cells.add(installed.sourceName());
    cells.add(installed.sourceVersion());
    cells.add(text(affected.fixedVersion()));
    cells.add(affected.status().name());
    cells.add(text(affected.vendorSeverity()));
    cells.add(affected.use().name());
  }

  private static void vulnerability(
      List<String> cells, Vulnerability vulnerability, AffectedInstallation affected) {
    Optional<CvssScore> score = FindingWords.score(vulnerability);
    cells.add(score.map(s -> Double.toString(s.baseScore())).orElse(""));
    cells.add(score.map(CvssScore::vector).orElse(""));
    cells.add(score.map(CvssScore::scorer).orElse(""));
    cells.add(
        vulnerability.epss() == null ? "" : Double.toString(vulnerability.epss().probability()));
    var known = vulnerability.knownExploited();
    cells.add(known == null ? "" : known.added().toString());
    cells.add(known == null ? "" : text(known.due()));
    cells.add(FindingWords.isExploited(vulnerability) ? "YES" : "NO");
    cells.add(
        affected.evidence().stream()
            .map(AdvisoryReference::id)
            .map(Object::toString)
            .distinct()
            .collect(Collectors.joining(" ")));
    cells.add(
        vulnerability.aliases().stream().map(Object::toString).collect(Collectors.joining(" ")));
    cells.add(text(vulnerability.published()));
    cells.add(Words.title(vulnerability));
    cells.add(affected.remediation());
  }

  private static List<String> notEvaluated(String target, String gap, String what, String why) {
    List<String> cells = new ArrayList<>(java.util.Collections.nCopies(HEADINGS.size(), ""));
    cells.set(HEADINGS.indexOf("record"), "not-evaluated");
    cells.set(HEADINGS.indexOf("target"), target);
    cells.set(HEADINGS.indexOf("status"), gap);
    cells.set(HEADINGS.indexOf("package"), what);
    cells.set(HEADINGS.indexOf("reason"), why);
    return cells;
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
