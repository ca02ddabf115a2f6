package dev.assay.store.cis;

import dev.assay.assessment.cis.BenchmarkReport;
import dev.assay.assessment.cis.BenchmarkStore;
import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import dev.assay.store.Documents;
import dev.assay.store.Handles;
import java.time.Instant;
import java.util.List;

/// Reports in `benchmark_report`.
public final class PostgresBenchmarkStore implements BenchmarkStore {

  @Override
  public void keep(
      Writing transaction, Resource resource, BenchmarkReport report, Instant receivedAt) {
    Handles.of(transaction)
        .createUpdate(
            """
            insert into benchmark_report
              (resource, benchmark, profile, document, evaluated_at, received_at)
            values (:resource, :benchmark, :profile, :document, :evaluatedAt, :receivedAt)
            on conflict (resource, benchmark, profile) do update set
              document = excluded.document, evaluated_at = excluded.evaluated_at,
              received_at = excluded.received_at
            """)
        .bind("resource", resource.number())
        .bind("benchmark", report.benchmark())
        .bind("profile", report.profile())
        .bind("document", Documents.text(report))
        .bind("evaluatedAt", report.evaluatedAt())
        .bind("receivedAt", receivedAt)
        .execute();
  }

  @Override
  public List<BenchmarkReport> of(Reading transaction, Resource resource) {
    return Handles.of(transaction)
        .select(
            "select document from benchmark_report where resource = ? order by benchmark, profile",
            resource.number())
        .map((row, context) -> Documents.read(row.getString("document"), BenchmarkReport.class))
        .list();
  }
}
