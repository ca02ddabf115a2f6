package dev.assay.inspector.v2;

import dev.assay.assessment.export.Export;
import dev.assay.assessment.export.ExportContent;
import dev.assay.assessment.export.ExportFailedException;
import dev.assay.assessment.export.ExportProblem;
import dev.assay.assessment.finding.FindingStore;
import dev.assay.assessment.finding.StoredFinding;
import dev.assay.assessment.query.Criterion;
import dev.assay.assessment.query.FindingOrder;
import dev.assay.assessment.query.FindingQuery;
import dev.assay.assessment.query.Page;
import dev.assay.assessment.query.PageRequest;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.awsapi.inspector2.FilterCriteria;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes a report on findings: one document, a page of findings at a time.
public final class FindingsReport implements ExportContent {
  private static final int PAGE = 500;

  private final Transactions transactions;
  private final FindingStore findings;
  private final Visibility visibility;

  public FindingsReport(Transactions transactions, FindingStore findings, Visibility visibility) {
    this.transactions = transactions;
    this.findings = findings;
    this.visibility = visibility;
  }

  @Override
  public void write(Export export, Sink sink) throws IOException {
    List<Criterion> criteria =
        CriteriaMapping.criteria(
            ModelDocuments.read("FilterCriteria", export.question(), FilterCriteria.class));
    Page<StoredFinding> first = page(export, criteria, null);
    if (first.items().isEmpty()) {
      throw new ExportFailedException(
          ExportProblem.NO_FINDINGS_FOUND, "No finding matches the report's filter.");
    }
    boolean csv = export.format().equals("CSV");
    sink.document(
        export.id() + (csv ? ".csv" : ".json"),
        csv ? "text/csv; charset=utf-8" : "application/json",
        out -> {
          if (csv) {
            csv(export, criteria, first, out);
          } else {
            json(export, criteria, first, out);
          }
        });
  }

  private void csv(
      Export export, List<Criterion> criteria, Page<StoredFinding> first, OutputStream out)
      throws IOException {
    FindingsCsv csv = new FindingsCsv(export.createdAt());
    out.write(csv.headings());
    for (Page<StoredFinding> page = first; ; page = page(export, criteria, page)) {
      for (StoredFinding finding : page.items()) {
        out.write(csv.line(finding));
      }
      if (page.next().isEmpty()) {
        return;
      }
    }
  }

  private void json(
      Export export, List<Criterion> criteria, Page<StoredFinding> first, OutputStream out)
      throws IOException {
    String before = "{\"findings\":[\n";
    for (Page<StoredFinding> page = first; ; page = page(export, criteria, page)) {
      for (StoredFinding finding : page.items()) {
        out.write(before.getBytes(StandardCharsets.UTF_8));
        out.write(ModelDocuments.utf8("Finding", FindingMapping.finding(finding)));
        before = ",\n";
      }
      if (page.next().isEmpty()) {
        out.write("\n]}\n".getBytes(StandardCharsets.UTF_8));
        return;
      }
    }
  }

  /// The page behind another.
  ///
  /// @param before null for the first
  private Page<StoredFinding> page(
      Export export, List<Criterion> criteria, @Nullable Page<StoredFinding> before) {
    Optional<String> after = before == null ? Optional.empty() : before.next();
    return transactions.read(
        reading ->
            findings.list(
                reading,
                new FindingQuery(
                    visibility.accounts(reading, export.tenant()),
                    export.tenant().region(),
                    criteria,
                    new FindingOrder(
                        FindingOrder.Key.FIRST_OBSERVED, FindingOrder.Direction.ASCENDING)),
                new PageRequest(PAGE, after)));
  }
}
