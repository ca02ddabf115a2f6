package dev.assay.store.evidence;

import dev.assay.assessment.evidence.EvidenceStore;
import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import dev.assay.store.Documents;
import dev.assay.store.Handles;
import dev.assay.store.resource.ResourceRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Evidence in the table of that name.
public final class PostgresEvidenceStore implements EvidenceStore {

  @Override
  public Optional<String> mark(Reading transaction, Resource resource) {
    return text(transaction, "select mark from evidence where resource = ?", resource);
  }

  @Override
  public Optional<String> document(Reading transaction, Resource resource) {
    return text(transaction, "select document from evidence where resource = ?", resource);
  }

  private static Optional<String> text(Reading transaction, String query, Resource resource) {
    return Handles.of(transaction).select(query, resource.number()).mapTo(String.class).findOne();
  }

  @Override
  public void keep(Writing transaction, Resource resource, JudgedEvidence evidence) {
    Handles.of(transaction)
        .createUpdate(
            """
            insert into evidence
              (resource, mark, document, edition, status, gaps, judged_at, packages, touched)
            values (:resource, :mark, :document, :edition, :status, :gaps::jsonb, :judgedAt,
              :packages, exists (
                select from assessed_package
                where number = any(:packages) and edition <> :edition))
            on conflict (resource) do update set
              mark = excluded.mark, document = excluded.document, edition = excluded.edition,
              status = excluded.status, gaps = excluded.gaps, judged_at = excluded.judged_at,
              packages = excluded.packages, touched = excluded.touched
            """)
        .bind("resource", resource.number())
        .bind("mark", evidence.mark())
        .bind("document", evidence.document())
        .bind("edition", evidence.edition())
        .bind("status", evidence.status().name())
        .bind("gaps", Documents.text(evidence.gaps()))
        .bind("judgedAt", evidence.judgedAt())
        .bind("packages", evidence.packages().stream().sorted().toArray(Long[]::new))
        .execute();
  }

  @Override
  public List<Resource> touched(Reading transaction, long above, int most) {
    return Handles.of(transaction)
        .createQuery(
            "select "
                + ResourceRow.COLUMNS
                + """
                from evidence e join resource r on r.number = e.resource
                where e.touched and e.resource > :above order by e.resource limit :most
                """)
        .bind("above", above)
        .bind("most", most)
        .map((row, context) -> ResourceRow.read(row))
        .list();
  }

  @Override
  public void confirm(Writing transaction, String edition, Instant now) {
    Handles.of(transaction)
        .createUpdate(
            """
            update evidence set edition = :edition, judged_at = :now
            where edition <> :edition and not touched
            """)
        .bind("edition", edition)
        .bind("now", now)
        .execute();
  }
}
