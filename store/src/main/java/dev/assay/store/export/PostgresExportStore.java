package dev.assay.store.export;

import dev.assay.assessment.export.Destination;
import dev.assay.assessment.export.Export;
import dev.assay.assessment.export.ExportDocument;
import dev.assay.assessment.export.ExportEnd;
import dev.assay.assessment.export.ExportKind;
import dev.assay.assessment.export.ExportProblem;
import dev.assay.assessment.export.ExportState;
import dev.assay.assessment.export.ExportStore;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import dev.assay.store.Handles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// Exports in `export`, what they laid down in `export_document`.
public final class PostgresExportStore implements ExportStore {

  @Override
  public void add(Writing transaction, Export export) {
    Handles.of(transaction)
        .createUpdate(
            """
            insert into export (id, account, region, kind, format, question, bucket, prefix,
              kms_key, state, created_at)
            values (:id, :account, :region, :kind, :format, :question, :bucket, :prefix, :kmsKey,
              :state, :createdAt)
            """)
        .bind("id", export.id())
        .bind("account", export.tenant().account().value())
        .bind("region", export.tenant().region().value())
        .bind("kind", export.kind().name())
        .bind("format", export.format())
        .bind("question", export.question())
        .bind("bucket", export.destination().bucket())
        .bind("prefix", export.destination().prefix())
        .bind("kmsKey", export.destination().kmsKey())
        .bind("state", export.state().name())
        .bind("createdAt", export.createdAt())
        .execute();
  }

  @Override
  public Optional<Export> find(Reading transaction, UUID id) {
    return Handles.of(transaction)
        .select("select * from export where id = ?", id)
        .map((row, context) -> export(row))
        .findOne();
  }

  @Override
  public Optional<Export> latest(Reading transaction, Tenant tenant, ExportKind kind) {
    return Handles.of(transaction)
        .select(
            """
            select * from export where account = ? and region = ? and kind = ?
            order by number desc limit 1
            """,
            tenant.account().value(),
            tenant.region().value(),
            kind.name())
        .map((row, context) -> export(row))
        .findOne();
  }

  @Override
  public boolean end(Writing transaction, UUID id, ExportEnd end, Instant now) {
    return switch (end) {
      case ExportEnd.Cancelled() -> end(transaction, id, ExportState.CANCELLED, null, null, now);
      case ExportEnd.Failed(ExportProblem problem, String message) ->
          end(transaction, id, ExportState.FAILED, problem.name(), message, now);
      case ExportEnd.Written(List<ExportDocument> documents) -> {
        boolean ended = end(transaction, id, ExportState.SUCCEEDED, null, null, now);
        if (ended) {
          keep(Handles.of(transaction), id, documents);
        }
        yield ended;
      }
    };
  }

  private static boolean end(
      Writing transaction,
      UUID id,
      ExportState state,
      @Nullable String problem,
      @Nullable String message,
      Instant now) {
    return Handles.of(transaction)
            .createUpdate(
                """
                update export set state = :state, problem = :problem, message = :message,
                  ended_at = :now
                where id = :id and state = 'IN_PROGRESS'
                """)
            .bind("id", id)
            .bind("state", state.name())
            .bind("problem", problem)
            .bind("message", message)
            .bind("now", now)
            .execute()
        > 0;
  }

  private static void keep(Handle handle, UUID id, List<ExportDocument> documents) {
    if (documents.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into export_document (export, place, key, size) values (?, ?, ?, ?)");
    for (int place = 0; place < documents.size(); place++) {
      batch.add(id, place, documents.get(place).key(), documents.get(place).size());
    }
    batch.execute();
  }

  @Override
  public List<ExportDocument> documents(Reading transaction, UUID id) {
    return Handles.of(transaction)
        .select("select key, size from export_document where export = ? order by place", id)
        .map((row, context) -> new ExportDocument(row.getString("key"), row.getLong("size")))
        .list();
  }

  private static Export export(ResultSet row) throws SQLException {
    String problem = row.getString("problem");
    Timestamp endedAt = row.getTimestamp("ended_at");
    return new Export(
        row.getObject("id", UUID.class),
        Tenant.of(row.getString("account"), row.getString("region")),
        ExportKind.valueOf(row.getString("kind")),
        row.getString("format"),
        row.getString("question"),
        new Destination(row.getString("bucket"), row.getString("prefix"), row.getString("kms_key")),
        ExportState.valueOf(row.getString("state")),
        problem == null ? null : ExportProblem.valueOf(problem),
        row.getString("message"),
        row.getTimestamp("created_at").toInstant(),
        endedAt == null ? null : endedAt.toInstant());
  }
}
