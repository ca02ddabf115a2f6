package dev.assay.assessment.classic.host;

import dev.assay.assessment.coverage.Coverage;
import dev.assay.assessment.coverage.CoverageQuery;
import dev.assay.assessment.coverage.CoverageQuery.Facet;
import dev.assay.assessment.coverage.CoverageStore;
import dev.assay.assessment.query.Criterion.Comparison;
import dev.assay.assessment.query.Criterion.TextCondition;
import dev.assay.assessment.query.PageRequest;
import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.transaction.Reading;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The evidence of hosts as the service's coverage tells of it: a host without any coverage has
/// none.
public final class CoverageEvidence implements EvidenceLookup {
  private final CoverageStore coverage;

  public CoverageEvidence(CoverageStore coverage) {
    this.coverage = coverage;
  }

  @Override
  public HostEvidence of(Reading transaction, Resource host) {
    return coverage.list(transaction, query(host.key()), PageRequest.first(1)).items().stream()
        .findFirst()
        .map(CoverageEvidence::evidence)
        .orElseGet(HostEvidence.Absent::new);
  }

  private static HostEvidence evidence(Coverage known) {
    return new HostEvidence.Inventory(known.assessedAt(), null, known.gaps());
  }

  private static CoverageQuery query(ResourceKey key) {
    return new CoverageQuery(
        Set.of(key.tenant().account()),
        key.tenant().region(),
        Map.of(
            Facet.RESOURCE_ID,
            List.of(new TextCondition(Comparison.EQUALS, key.id())),
            Facet.RESOURCE_TYPE,
            List.of(new TextCondition(Comparison.EQUALS, key.type().wireName())),
            Facet.SCAN_TYPE,
            List.of(new TextCondition(Comparison.EQUALS, Coverage.Scan.PACKAGE.name()))),
        List.of(),
        List.of());
  }
}
