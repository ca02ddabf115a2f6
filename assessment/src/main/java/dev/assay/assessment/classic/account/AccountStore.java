package dev.assay.assessment.classic.account;

import dev.assay.assessment.classic.Attribute;
import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import java.util.List;
import java.util.Optional;

/// Where tags and roles are kept.
public interface AccountStore {
  /// Replaces the template's tags.
  void setTags(Writing transaction, ClassicArn template, List<Attribute> tags);

  List<Attribute> tags(Reading transaction, ClassicArn template);

  /// Replaces the tenant's role.
  void setRole(Writing transaction, Tenant tenant, RegisteredRole role);

  Optional<RegisteredRole> role(Reading transaction, Tenant tenant);
}
