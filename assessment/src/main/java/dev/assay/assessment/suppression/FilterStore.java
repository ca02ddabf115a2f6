package dev.assay.assessment.suppression;

import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import java.util.List;
import java.util.Optional;

/// Where filters are kept: a port of the service.
public interface FilterStore {

  /// Keeps a new filter.
  ///
  /// @return false where the tenant has another of that name
  boolean add(Writing transaction, FindingFilter filter);

  /// Keeps a filter in place of the one of its id.
  ///
  /// @return false where the tenant has another of that name
  boolean replace(Writing transaction, FindingFilter filter);

  /// Forgets a filter.
  ///
  /// @return whether there was one
  boolean remove(Writing transaction, Tenant tenant, String id);

  Optional<FindingFilter> find(Reading transaction, Tenant tenant, String id);

  /// The tenant's filters in the order they were made.
  List<FindingFilter> all(Reading transaction, Tenant tenant);
}
