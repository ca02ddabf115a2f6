package dev.assay.assessment.classic.host;

import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.transaction.Reading;
import org.jspecify.annotations.Nullable;

/// Tells which agent is on a host.
@FunctionalInterface
public interface AgentLookup {
  /// The host's; null where it has none.
  @Nullable Agent of(Reading transaction, Resource host);
}
