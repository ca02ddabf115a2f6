package dev.assay.assessment.audit;

import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import java.util.List;

/// Where audit events are kept.
public interface AuditLog {
  /// Adds an event; in the transaction of the change itself, neither is there without the other.
  void append(Writing transaction, AuditEvent event);

  List<AuditEntry> find(Reading transaction, AuditQuery query);
}
