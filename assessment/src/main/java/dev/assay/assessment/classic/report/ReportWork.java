package dev.assay.assessment.classic.report;

import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.classic.Listing;
import dev.assay.assessment.classic.exclusion.ExclusionStore;
import dev.assay.assessment.classic.finding.RunFindingStore;
import dev.assay.assessment.classic.host.AgentHealth;
import dev.assay.assessment.classic.run.AssessmentRun;
import dev.assay.assessment.classic.run.RunStore;
import dev.assay.assessment.classic.target.TargetStore;
import dev.assay.assessment.classic.template.TemplateStore;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.assessment.work.Lease;
import dev.assay.assessment.work.WorkHandler;
import dev.assay.assessment.work.WorkQueue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes reports.
public final class ReportWork implements WorkHandler {
  private static final int MOST_ON_A_PAGE = 10_000;
  private static final int MOST_IN_PRINT = 1_000;
  private static final int MOST_HOSTS = 10_000;
  private static final int MOST_ATTEMPTS = 3;

  private final Transactions transactions;
  private final ReportStore store;
  private final RunStore runs;
  private final TemplateStore templates;
  private final TargetStore targets;
  private final RunFindingStore findings;
  private final ExclusionStore exclusions;
  private final PagePrinter printer;
  private final WorkQueue work;

  public ReportWork(
      Transactions transactions,
      ReportStore store,
      RunStore runs,
      TemplateStore templates,
      TargetStore targets,
      RunFindingStore findings,
      ExclusionStore exclusions,
      PagePrinter printer,
      WorkQueue work) {
    this.transactions = transactions;
    this.store = store;
    this.runs = runs;
    this.templates = templates;
    this.targets = targets;
    this.findings = findings;
    this.exclusions = exclusions;
    this.printer = printer;
    this.work = work;
  }

  /// Writes the report; one that three attempts did not write has failed.
  @Override
  public void handle(Lease lease) {
    if (lease.attempt() + lease.deaths() > MOST_ATTEMPTS) {
      fail(lease);
      return;
    }
    ReportKey key = ReportKey.parse(lease.work().key());
    // The run may be gone, and the wish for its report with it.
    Optional<byte[]> content =
        transactions
            .<Optional<RunReport>>read(reading -> report(reading, key))
            .map(report -> content(report, key.format()));
    transactions.change(
        writing -> {
          content.ifPresent(written -> store.complete(writing, key, written));
          work.complete(writing, lease);
        });
  }

  @Override
  public void giveUp(Lease lease, String reason) {
    fail(lease);
  }

  private void fail(Lease lease) {
    transactions.change(
        writing -> {
          store.fail(writing, ReportKey.parse(lease.work().key()));
          work.complete(writing, lease);
        });
  }

  private byte[] content(RunReport report, ReportKey.Format format) {
    return switch (format) {
      case HTML -> ReportPage.html(report).getBytes(StandardCharsets.UTF_8);
      case PDF -> {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        printer.print(ReportPage.xhtml(report), out);
        yield out.toByteArray();
      }
    };
  }

  private Optional<RunReport> report(Reading reading, ReportKey key) {
    ClassicArn arn = key.run();
    AssessmentRun run = runs.find(reading, List.of(arn.toString())).get(arn.toString());
    if (run == null) {
      return Optional.empty();
    }
    int most = key.format() == ReportKey.Format.PDF ? MOST_IN_PRINT : MOST_ON_A_PAGE;
    return Optional.of(
        new RunReport(
            run,
            template(reading, arn.parent()),
            target(reading, arn.parent().parent()),
            key.type(),
            findings.ofRun(reading, arn, 0, most).stream().map(Listing.Row::item).toList(),
            findings
                .counts(reading, List.of(arn.toString()))
                .getOrDefault(arn.toString(), Map.of()),
            exclusions.all(reading, arn),
            key.type() == ReportKey.Type.FULL
                ? runs
                    .agents(reading, arn, EnumSet.allOf(AgentHealth.class), 0, MOST_HOSTS)
                    .stream()
                    .map(Listing.Row::item)
                    .toList()
                : List.of()));
  }

  private String template(Reading reading, ClassicArn arn) {
    return templates.find(reading, List.of(arn.toString())).values().stream()
        .findFirst()
        .map(known -> known.name())
        .orElse(arn.toString());
  }

  private String target(Reading reading, ClassicArn arn) {
    return targets.targets(reading, List.of(arn.toString())).values().stream()
        .findFirst()
        .map(known -> known.name())
        .orElse(arn.toString());
  }
}
