package dev.assay.assessment.classic.template;

import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.classic.Listing;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Where templates are kept.
public interface TemplateStore {
  void add(Writing transaction, AssessmentTemplate template);

  /// Deletes the template and all that is within it.
  void delete(Writing transaction, ClassicArn template);

  long count(Reading transaction, Tenant tenant);

  Map<String, AssessmentTemplate> find(Reading transaction, Collection<String> arns);

  /// As `find`, with what became of each.
  Map<String, DescribedTemplate> describe(Reading transaction, Collection<String> arns);

  boolean isNamed(Reading transaction, ClassicArn target, String name);

  List<Listing.Row<String>> list(
      Reading transaction, Tenant tenant, TemplateFilter filter, long after, int most);
}
