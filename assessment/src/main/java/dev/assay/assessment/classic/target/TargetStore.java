package dev.assay.assessment.classic.target;

import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.classic.Listing;
import dev.assay.assessment.classic.NamePattern;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where resource groups and targets are kept.
public interface TargetStore {
  void add(Writing transaction, ResourceGroup group);

  long countGroups(Reading transaction, Tenant tenant);

  Map<String, ResourceGroup> groups(Reading transaction, Collection<String> arns);

  void add(Writing transaction, AssessmentTarget target);

  /// Writes the target's name, group and date of update.
  void update(Writing transaction, AssessmentTarget target);

  /// Deletes the target and all that is within it.
  void delete(Writing transaction, ClassicArn target);

  long countTargets(Reading transaction, Tenant tenant);

  Map<String, AssessmentTarget> targets(Reading transaction, Collection<String> arns);

  Optional<AssessmentTarget> named(Reading transaction, Tenant tenant, String name);

  /// The ARNs of the tenant's targets.
  ///
  /// @param pattern null for all
  List<Listing.Row<String>> list(
      Reading transaction, Tenant tenant, @Nullable NamePattern pattern, long after, int most);
}
