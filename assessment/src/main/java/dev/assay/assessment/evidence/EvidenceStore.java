package dev.assay.assessment.evidence;

import dev.assay.assessment.coverage.ScanStatus;
import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import dev.assay.model.NotEvaluated;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where the newest evidence of each resource is kept: a port of the service.
public interface EvidenceStore {
  /// The collector's mark of the newest evidence.
  Optional<String> mark(Reading transaction, Resource resource);

  /// The document of the newest evidence.
  Optional<String> document(Reading transaction, Resource resource);

  /// Keeps evidence in place of what there was. It is touched at once where another edition has
  /// judged one of its packages meanwhile.
  void keep(Writing transaction, Resource resource, JudgedEvidence evidence);

  /// Resources that new advisories touched (see {@link AssessedPackages#judged}), in the order of
  /// their numbers, at most so many of those above one.
  List<Resource> touched(Reading transaction, long above, int most);

  /// Notes that whatever is not touched was judged by an edition too, with the same outcome.
  void confirm(Writing transaction, String edition, Instant now);

  /// A document, and how far it could be judged.
  ///
  /// @param packages the numbers of its packages, see {@link AssessedPackages#numbers}
  record JudgedEvidence(
      String mark,
      String document,
      String edition,
      ScanStatus status,
      List<NotEvaluated> gaps,
      Set<Long> packages,
      Instant judgedAt) {
    public JudgedEvidence {
      gaps = List.copyOf(gaps);
      packages = Set.copyOf(packages);
    }
  }
}
