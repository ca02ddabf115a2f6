package dev.assay.assessment.classic.host;

import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.transaction.Reading;

/// Tells what evidence there is of a host.
@FunctionalInterface
public interface EvidenceLookup {
  HostEvidence of(Reading transaction, Resource host);
}
