package dev.assay.store.classic;

import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.classic.Listing;
import dev.assay.assessment.classic.exclusion.Exclusion;
import dev.assay.assessment.classic.exclusion.ExclusionStore;
import dev.assay.assessment.classic.exclusion.ExclusionType;
import dev.assay.assessment.classic.exclusion.RecordedExclusion;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import dev.assay.store.Handles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.PreparedBatch;

final class PostgresExclusions implements ExclusionStore {
  private static final String COLUMNS =
      "type, description, scope_types, scope_values, attribute_keys, attribute_values";
  private static final String VALUES =
      ":type, :description, :scopeTypes, :scopeValues, :keys, :values";

  @Override
  public void add(Writing transaction, List<RecordedExclusion> exclusions) {
    if (exclusions.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        Handles.of(transaction)
            .prepareBatch(
                "insert into classic_exclusion (arn, run, "
                    + COLUMNS
                    + ") values (:arn, :run, "
                    + VALUES
                    + ")");
    for (RecordedExclusion recorded : exclusions) {
      bind(batch, recorded.exclusion())
          .bind("arn", recorded.arn().toString())
          .bind("run", recorded.arn().parent().toString())
          .add();
    }
    batch.execute();
  }

  @Override
  public boolean isAny(Reading transaction, ClassicArn run) {
    return Handles.of(transaction)
        .createQuery("select exists (select from classic_exclusion where run = :run)")
        .bind("run", run.toString())
        .mapTo(Boolean.class)
        .one();
  }

  @Override
  public Map<String, RecordedExclusion> find(Reading transaction, Collection<String> arns) {
    return Handles.of(transaction)
        .createQuery(
            """
            select classic_exclusion.* from classic_exclusion
            join classic_run on classic_run.arn = run and ended
            where classic_exclusion.arn = any(:arns)
            """)
        .bind("arns", Columns.texts(arns))
        .map((row, _) -> new RecordedExclusion(Columns.arn(row, "arn"), exclusion(row)))
        .collect(Collectors.toMap(found -> found.arn().toString(), Function.identity()));
  }

  @Override
  public List<Listing.Row<String>> list(Reading transaction, ClassicArn run, long after, int most) {
    return Handles.of(transaction)
        .createQuery(
            """
            select classic_exclusion.number, classic_exclusion.arn from classic_exclusion
            join classic_run on classic_run.arn = run and ended
            where run = :run and classic_exclusion.number > :after
            order by classic_exclusion.number limit :most
            """)
        .bind("run", run.toString())
        .bind("after", after)
        .bind("most", most)
        .map((row, _) -> Rows.listed(row))
        .list();
  }

  @Override
  public List<Exclusion> all(Reading transaction, ClassicArn run) {
    return Handles.of(transaction)
        .createQuery("select * from classic_exclusion where run = :run order by number")
        .bind("run", run.toString())
        .map((row, _) -> exclusion(row))
        .list();
  }

  @Override
  public void begin(Writing transaction, ClassicArn template, UUID preview, Instant now) {
    Handles.of(transaction)
        .createUpdate("delete from classic_preview where template = :template")
        .bind("template", template.toString())
        .execute();
    Handles.of(transaction)
        .createUpdate("insert into classic_preview values (:id, :template, :now, false)")
        .bind("id", preview)
        .bind("template", template.toString())
        .bind("now", now)
        .execute();
  }

  @Override
  public boolean isBeingMade(Reading transaction, ClassicArn template, Instant since) {
    return Handles.of(transaction)
        .createQuery(
            """
            select exists (select from classic_preview
              where template = :template and not complete and begun_at >= :since)
            """)
        .bind("template", template.toString())
        .bind("since", since)
        .mapTo(Boolean.class)
        .one();
  }

  @Override
  public Optional<Boolean> isComplete(Reading transaction, ClassicArn template, UUID preview) {
    return Handles.of(transaction)
        .createQuery("select complete from classic_preview where id = :id and template = :template")
        .bind("id", preview)
        .bind("template", template.toString())
        .mapTo(Boolean.class)
        .findOne();
  }

  @Override
  public void complete(Writing transaction, UUID preview, List<Exclusion> exclusions) {
    int changed =
        Handles.of(transaction)
            .createUpdate(
                "update classic_preview set complete = true where id = :id and not complete")
            .bind("id", preview)
            .execute();
    if (changed == 0 || exclusions.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        Handles.of(transaction)
            .prepareBatch(
                "insert into classic_previewed (preview, "
                    + COLUMNS
                    + ") values (:preview, "
                    + VALUES
                    + ")");
    for (Exclusion exclusion : exclusions) {
      bind(batch, exclusion).bind("preview", preview).add();
    }
    batch.execute();
  }

  @Override
  public List<Listing.Row<Exclusion>> previewed(
      Reading transaction, UUID preview, long after, int most) {
    return Handles.of(transaction)
        .createQuery(
            """
            select * from classic_previewed where preview = :preview and number > :after
            order by number limit :most
            """)
        .bind("preview", preview)
        .bind("after", after)
        .bind("most", most)
        .map((row, _) -> new Listing.Row<>(row.getLong("number"), exclusion(row)))
        .list();
  }

  private static PreparedBatch bind(PreparedBatch batch, Exclusion exclusion) {
    return batch
        .bind("type", exclusion.type())
        .bind("description", exclusion.description())
        .bind("scopeTypes", Columns.texts(exclusion.scopes(), scope -> scope.type().name()))
        .bind("scopeValues", Columns.texts(exclusion.scopes(), Exclusion.Scope::value))
        .bind("keys", Columns.keys(exclusion.attributes()))
        .bind("values", Columns.values(exclusion.attributes()));
  }

  private static Exclusion exclusion(ResultSet row) throws SQLException {
    List<String> types = Columns.texts(row, "scope_types");
    List<String> values = Columns.texts(row, "scope_values");
    List<Exclusion.Scope> scopes = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      scopes.add(new Exclusion.Scope(Exclusion.ScopeType.valueOf(types.get(i)), values.get(i)));
    }
    return new Exclusion(
        ExclusionType.valueOf(row.getString("type")),
        row.getString("description"),
        scopes,
        Columns.attributes(row, "attribute_keys", "attribute_values"));
  }
}
