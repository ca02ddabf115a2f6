package dev.assay.assessment.classic.host;

import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.model.VulnerabilityFinding;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// The tenant's hosts and what is known of them at this moment.
public interface Hosts {
  /// The hosts that have any of the tags; no tags at all select every host. Ordered by id.
  List<AssessedHost> selected(
      Reading transaction, Tenant tenant, List<Map.Entry<String, String>> anyOf);

  /// Those of the hosts that are still known, by id.
  Map<String, AssessedHost> find(Reading transaction, Tenant tenant, Collection<String> ids);

  /// What vulnerabilities the host has, hidden by a filter of Inspector v2's or not: Classic knows
  /// no such filters.
  List<VulnerabilityFinding> vulnerabilities(Reading transaction, AssessedHost host);
}
