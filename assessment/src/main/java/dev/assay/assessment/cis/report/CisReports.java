package dev.assay.assessment.cis.report;

import dev.assay.assessment.cis.CisScan;
import dev.assay.assessment.cis.CisScanStore;
import dev.assay.assessment.cis.CisSessionStore;
import dev.assay.assessment.cis.CisTarget;
import dev.assay.assessment.classic.report.PagePrinter;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Transactions;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Writes reports of scans, each when it is fetched: what a scan found does not change once it has
/// ended.
public final class CisReports {
  private static final int MOST_CHECKS = 10_000;

  private final Transactions transactions;
  private final CisScanStore scans;
  private final CisSessionStore sessions;
  private final PagePrinter printer;

  public CisReports(
      Transactions transactions,
      CisScanStore scans,
      CisSessionStore sessions,
      PagePrinter printer) {
    this.transactions = transactions;
    this.scans = scans;
    this.sessions = sessions;
    this.printer = printer;
  }

  /// A report; empty where there is no such scan.
  public Optional<byte[]> content(CisReportKey key) {
    return transactions.<Optional<byte[]>>read(
        reading -> scans.find(reading, key.scan()).map(scan -> content(reading, scan, key)));
  }

  private byte[] content(Reading reading, CisScan scan, CisReportKey key) {
    List<CisTarget> targets =
        scans.targets(reading, scan.id()).stream()
            .filter(
                target ->
                    key.account().isEmpty()
                        || key.account().get().equals(target.tenant().account()))
            .toList();
    return switch (key.format()) {
      case CSV -> {
        CisReportTable table = new CisReportTable();
        targets.forEach(target -> table.add(tested(reading, target)));
        yield table.text().getBytes(StandardCharsets.UTF_8);
      }
      case PDF -> {
        CisReportPage page = new CisReportPage(scan);
        targets.forEach(target -> page.add(tested(reading, target)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        printer.print(page.xhtml(), out);
        yield out.toByteArray();
      }
    };
  }

  private TestedTarget tested(Reading reading, CisTarget target) {
    return new TestedTarget(
        target,
        sessions.results(reading, target.tenant(), target.job(), Optional.empty(), MOST_CHECKS));
  }
}
