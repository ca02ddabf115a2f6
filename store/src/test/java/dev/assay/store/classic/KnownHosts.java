package dev.assay.store.classic;

import dev.assay.assessment.classic.host.Agent;
import dev.assay.assessment.classic.host.AssessedHost;
import dev.assay.assessment.classic.host.HostEvidence;
import dev.assay.assessment.classic.host.Hosts;
import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.resource.ResourceDetails;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.resource.ResourceType;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.model.NotEvaluated;
import dev.assay.model.VulnerabilityFinding;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Hosts in memory, as a test sets them up.
final class KnownHosts implements Hosts {
  private static final Instant SEEN = Instant.parse("2026-11-20T08:00:00Z");

  private final Map<String, AssessedHost> hosts = new TreeMap<>();
  private final Map<String, List<VulnerabilityFinding>> found = new HashMap<>();

  void add(Tenant tenant, String id, Map<String, String> tags, VulnerabilityFinding... findings) {
    add(tenant, id, tags, new HostEvidence.Inventory(SEEN, 900L, List.of()), null);
    found.put(id, List.of(findings));
  }

  void addWithGaps(Tenant tenant, String id, NotEvaluated... gaps) {
    add(tenant, id, Map.of(), new HostEvidence.Inventory(SEEN, null, List.of(gaps)), null);
  }

  void addWithoutEvidence(Tenant tenant, String id) {
    add(tenant, id, Map.of(), new HostEvidence.Absent(), null);
  }

  void addWithAgent(Tenant tenant, String id, Agent agent) {
    add(tenant, id, Map.of(), new HostEvidence.Inventory(SEEN, 900L, List.of()), agent);
  }

  private void add(
      Tenant tenant,
      String id,
      Map<String, String> tags,
      HostEvidence evidence,
      @Nullable Agent agent) {
    hosts.put(
        id,
        new AssessedHost(
            new Resource(
                hosts.size() + 1L,
                new ResourceKey(tenant, ResourceType.HOST, id),
                new ResourceDetails.Host(
                    "DEBIAN_12", null, "ami-1", null, null, List.of("10.0.0.1", "::1"), id, null),
                tags,
                SEEN,
                SEEN),
            evidence,
            agent));
  }

  void remove(String id) {
    hosts.remove(id);
  }

  @Override
  public List<AssessedHost> selected(
      Reading transaction, Tenant tenant, List<Map.Entry<String, String>> anyOf) {
    return hosts.values().stream()
        .filter(host -> host.resource().key().tenant().equals(tenant))
        .filter(
            host ->
                anyOf.isEmpty()
                    || anyOf.stream().anyMatch(host.resource().tags().entrySet()::contains))
        .toList();
  }

  @Override
  public Map<String, AssessedHost> find(
      Reading transaction, Tenant tenant, Collection<String> ids) {
    Map<String, AssessedHost> known = new HashMap<>();
    selected(transaction, tenant, List.of()).stream()
        .filter(host -> ids.contains(host.id()))
        .forEach(host -> known.put(host.id(), host));
    return known;
  }

  @Override
  public List<VulnerabilityFinding> vulnerabilities(Reading transaction, AssessedHost host) {
    return found.getOrDefault(host.id(), List.of());
  }
}
