package dev.assay.assessment.evidence;

import dev.assay.assessment.coverage.ScanStatus;
import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import dev.assay.model.NotEvaluated;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where the newest evidence of each resource is kept: a port of the service.
public interface EvidenceStore {
  Optional<KnownEvidence> find(Reading transaction, Resource resource);

  /// The document of the newest evidence.
  Optional<String> document(Reading transaction, Resource resource);

  /// Keeps evidence in place of what there was.
  void keep(Writing transaction, Resource resource, JudgedEvidence evidence);

  /// Resources whose evidence was judged by another edition of the advisories than this, the
  /// longest judged first.
  List<Resource> judgedByOther(Reading transaction, String edition, int most);

  /// What is known without reading the document.
  record KnownEvidence(String mark, String edition) {}

  /// A document, and how far it could be judged.
  record JudgedEvidence(
      String mark,
      String document,
      String edition,
      ScanStatus status,
      List<NotEvaluated> gaps,
      Instant judgedAt) {
    public JudgedEvidence {
      gaps = List.copyOf(gaps);
    }
  }
}
