package dev.assay.assessment.cis;

import dev.assay.assessment.query.Page;
import dev.assay.assessment.query.PageRequest;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import java.util.Optional;

/// Where configurations of scans are kept: a port of the service.
public interface CisConfigurationStore {
  void add(Writing transaction, CisConfiguration configuration);

  /// Keeps a configuration in place of the one with its ARN.
  void replace(Writing transaction, CisConfiguration configuration);

  void remove(Writing transaction, CisConfiguration configuration);

  Optional<CisConfiguration> find(Reading transaction, String arn);

  Page<CisConfiguration> list(
      Reading transaction,
      Tenant tenant,
      CisQuestion<CisFacet.Configuration> question,
      PageRequest page);
}
