package dev.assay.store.evidence;

import dev.assay.assessment.evidence.EvidenceStore;
import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import dev.assay.store.Documents;
import dev.assay.store.Handles;
import dev.assay.store.resource.ResourceRow;
import java.util.List;
import java.util.Optional;

/// Evidence in the table of that name.
public final class PostgresEvidenceStore implements EvidenceStore {

  @Override
  public Optional<KnownEvidence> find(Reading transaction, Resource resource) {
    return Handles.of(transaction)
        .select("select mark, edition from evidence where resource = ?", resource.number())
        .map((row, context) -> new KnownEvidence(row.getString("mark"), row.getString("edition")))
        .findOne();
  }

  @Override
  public Optional<String> document(Reading transaction, Resource resource) {
    return Handles.of(transaction)
        .select("select document from evidence where resource = ?", resource.number())
        .mapTo(String.class)
        .findOne();
  }

  @Override
  public void keep(Writing transaction, Resource resource, JudgedEvidence evidence) {
    Handles.of(transaction)
        .createUpdate(
            """
            insert into evidence (resource, mark, document, edition, status, gaps, judged_at)
            values (:resource, :mark, :document, :edition, :status, :gaps::jsonb, :judgedAt)
            on conflict (resource) do update set
              mark = excluded.mark, document = excluded.document, edition = excluded.edition,
              status = excluded.status, gaps = excluded.gaps, judged_at = excluded.judged_at
            """)
        .bind("resource", resource.number())
        .bind("mark", evidence.mark())
        .bind("document", evidence.document())
        .bind("edition", evidence.edition())
        .bind("status", evidence.status().name())
        .bind("gaps", Documents.text(evidence.gaps()))
        .bind("judgedAt", evidence.judgedAt())
        .execute();
  }

  @Override
  public List<Resource> judgedByOther(Reading transaction, String edition, int most) {
    return Handles.of(transaction)
        .createQuery(
            "select "
                + ResourceRow.COLUMNS
                + """
                from evidence e join resource r on r.number = e.resource
                where e.edition <> :edition order by e.judged_at, e.resource limit :most
                """)
        .bind("edition", edition)
        .bind("most", most)
        .map((row, context) -> ResourceRow.read(row))
        .list();
  }
}
