package dev.assay.assessment.classic.host;

import dev.assay.assessment.finding.FindingContent;
import dev.assay.assessment.finding.FindingStatus;
import dev.assay.assessment.finding.FindingStore;
import dev.assay.assessment.finding.FindingType;
import dev.assay.assessment.finding.StoredFinding;
import dev.assay.assessment.query.Criterion;
import dev.assay.assessment.query.Criterion.Comparison;
import dev.assay.assessment.query.Criterion.TextCondition;
import dev.assay.assessment.query.FindingOrder;
import dev.assay.assessment.query.FindingQuery;
import dev.assay.assessment.query.Page;
import dev.assay.assessment.query.PageRequest;
import dev.assay.assessment.query.TextFacet;
import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.resource.ResourceStore;
import dev.assay.assessment.resource.ResourceType;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.model.VulnerabilityFinding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The hosts among the service's resources, with the findings that its continuous assessment keeps
/// of them.
public final class ResourceHosts implements Hosts {
  private static final int PORTION = 500;

  private final ResourceStore resources;
  private final FindingStore findings;
  private final EvidenceLookup evidence;
  private final AgentLookup agents;

  public ResourceHosts(
      ResourceStore resources, FindingStore findings, EvidenceLookup evidence, AgentLookup agents) {
    this.resources = resources;
    this.findings = findings;
    this.evidence = evidence;
    this.agents = agents;
  }

  @Override
  public List<AssessedHost> selected(
      Reading transaction, Tenant tenant, List<Map.Entry<String, String>> anyOf) {
    return resources.tagged(transaction, tenant, ResourceType.HOST, anyOf).stream()
        .map(host -> assessed(transaction, host))
        .toList();
  }

  @Override
  public Map<String, AssessedHost> find(
      Reading transaction, Tenant tenant, Collection<String> ids) {
    Map<String, AssessedHost> known = new HashMap<>();
    for (String id : ids) {
      resources
          .find(transaction, new ResourceKey(tenant, ResourceType.HOST, id))
          .ifPresent(host -> known.put(id, assessed(transaction, host)));
    }
    return known;
  }

  private AssessedHost assessed(Reading transaction, Resource host) {
    return new AssessedHost(host, evidence.of(transaction, host), agents.of(transaction, host));
  }

  @Override
  public List<VulnerabilityFinding> vulnerabilities(Reading transaction, AssessedHost host) {
    FindingQuery query = query(host);
    List<VulnerabilityFinding> all = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      Page<StoredFinding> page = findings.list(transaction, query, new PageRequest(PORTION, after));
      for (StoredFinding finding : page.items()) {
        if (finding.content() instanceof FindingContent.PackageVulnerability(var vulnerability)) {
          all.add(vulnerability);
        }
      }
      after = page.next();
    } while (after.isPresent());
    return all;
  }

  private static FindingQuery query(AssessedHost host) {
    ResourceKey key = host.resource().key();
    return new FindingQuery(
        Set.of(key.tenant().account()),
        key.tenant().region(),
        List.of(
            any(TextFacet.RESOURCE_TYPE, key.type().wireName()),
            any(TextFacet.RESOURCE_ID, key.id()),
            any(TextFacet.FINDING_TYPE, FindingType.PACKAGE_VULNERABILITY.name()),
            any(TextFacet.STATUS, FindingStatus.ACTIVE.name(), FindingStatus.SUPPRESSED.name())),
        FindingOrder.DEFAULT);
  }

  private static Criterion any(TextFacet facet, String... values) {
    return new Criterion.OfText(
        facet,
        List.of(values).stream()
            .map(value -> new TextCondition(Comparison.EQUALS, value))
            .toList());
  }
}
