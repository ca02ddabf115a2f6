package dev.assay.assessment.export;

import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Where exports are known: a port of the service.
public interface ExportStore {
  void add(Writing transaction, Export export);

  Optional<Export> find(Reading transaction, UUID id);

  /// The one of the kind that the tenant asked for last.
  Optional<Export> latest(Reading transaction, Tenant tenant, ExportKind kind);

  /// Ends an export that is in progress.
  ///
  /// @return whether it was
  boolean end(Writing transaction, UUID id, ExportEnd end, Instant now);

  /// What was laid down, in the order in which it was.
  List<ExportDocument> documents(Reading transaction, UUID id);
}
