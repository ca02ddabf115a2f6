package dev.assay.store.evidence;

import dev.assay.assessment.digest.Sha256;
import dev.assay.assessment.evidence.AssessedPackages;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import dev.assay.model.Inventory;
import dev.assay.store.Documents;
import dev.assay.store.Handles;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Distinct package versions in the table `assessed_package`.
///
/// The table's own locks put transactions in order: those that keep evidence share it, one that
/// takes new verdicts has it for itself. A lock that is a transaction's first statement comes
/// before its snapshot, so whoever waited sees what the other did.
public final class PostgresAssessedPackages implements AssessedPackages {

  @Override
  public void enter(Writing transaction) {
    Handles.of(transaction).execute("lock table assessed_package in row share mode");
  }

  @Override
  public Set<Long> numbers(Writing transaction, Collection<Inventory> alone, String edition) {
    Handle handle = Handles.of(transaction);
    Map<String, String> wanted = new TreeMap<>();
    for (Inventory one : alone) {
      String document = Documents.text(one);
      wanted.put(Sha256.hex(document), document);
    }
    Set<Long> numbers = new HashSet<>(known(handle, wanted));
    if (!wanted.isEmpty()) {
      numbers.addAll(added(handle, wanted, edition));
    }
    return numbers;
  }

  /// The numbers of those that are known; they are taken out of `wanted`.
  private static List<Long> known(Handle handle, Map<String, String> wanted) {
    return handle
        .createQuery("select number, key from assessed_package where key = any(:keys)")
        .bind("keys", keys(wanted))
        .map(
            (row, context) -> {
              wanted.remove(row.getString("key"));
              return row.getLong("number");
            })
        .list();
  }

  /// In the order of the keys, so that two transactions never wait for each other in a circle. One
  /// that another transaction adds at the same time is taken from there.
  private static List<Long> added(Handle handle, Map<String, String> fresh, String edition) {
    return handle
        .createQuery(
            """
            insert into assessed_package as known (key, document, edition)
            select key, document, :edition
            from unnest(:keys, :documents) as fresh (key, document)
            on conflict (key) do update set edition = known.edition
            returning number
            """)
        .bind("edition", edition)
        .bind("keys", keys(fresh))
        .bind("documents", fresh.values().toArray(String[]::new))
        .mapTo(Long.class)
        .list();
  }

  private static String[] keys(Map<String, String> packages) {
    return packages.keySet().toArray(String[]::new);
  }

  @Override
  public int forgetUnused(Writing transaction) {
    Handle handle = Handles.of(transaction);
    handle.execute("lock table assessed_package in exclusive mode");
    return handle
        .createUpdate(
            """
            delete from assessed_package p
            where not exists (
              select from (select distinct unnest(packages) as number from evidence) used
              where used.number = p.number)
            """)
        .execute();
  }

  @Override
  public List<AssessedPackage> unjudged(Reading transaction, String edition, int most) {
    return Handles.of(transaction)
        .createQuery(
            """
            (select number, document, verdict from assessed_package where edition < :edition
              limit :most)
            union (select number, document, verdict from assessed_package where edition > :edition
              limit :most)
            union (select number, document, verdict from assessed_package where verdict is null
              limit :most)
            limit :most
            """)
        .bind("edition", edition)
        .bind("most", most)
        .map(
            (row, context) ->
                new AssessedPackage(
                    row.getLong("number"),
                    Documents.read(row.getString("document"), Inventory.class),
                    Optional.ofNullable(row.getString("verdict"))))
        .list();
  }

  @Override
  public void judged(Writing transaction, String edition, Map<Long, String> verdicts) {
    Handle handle = Handles.of(transaction);
    handle.execute("lock table assessed_package in exclusive mode");
    handle
        .createUpdate(
            """
            with verdict as materialized (
              select number, mark from unnest(:numbers, :marks) as given (number, mark)),
            changed as materialized (
              select array_agg(number) as numbers
              from assessed_package p join verdict using (number)
              where p.verdict is distinct from mark
                and not (p.verdict is null and p.edition = :edition))
            update evidence set touched = true
            from changed where not touched and packages && changed.numbers
            """)
        .bind("edition", edition)
        .bind("numbers", verdicts.keySet().toArray(Long[]::new))
        .bind("marks", verdicts.values().toArray(String[]::new))
        .execute();
    PreparedBatch batch =
        handle.prepareBatch(
            "update assessed_package set edition = :edition, verdict = :mark where number = :number");
    verdicts.forEach(
        (number, mark) ->
            batch.bind("edition", edition).bind("mark", mark).bind("number", number).add());
    if (batch.size() > 0) {
      batch.execute();
    }
  }
}
