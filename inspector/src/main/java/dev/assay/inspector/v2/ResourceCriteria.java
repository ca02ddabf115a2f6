package dev.assay.inspector.v2;

import dev.assay.assessment.coverage.Coverage;
import dev.assay.assessment.coverage.CoverageQuery;
import dev.assay.assessment.coverage.CoverageQuery.Facet;
import dev.assay.assessment.query.Criterion.Comparison;
import dev.assay.assessment.query.Criterion.TagCondition;
import dev.assay.assessment.query.Criterion.TextCondition;
import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.tenant.Region;
import dev.assay.awsapi.inspector2.ResourceFilterCriteria;
import dev.assay.awsapi.inspector2.ResourceMapFilter;
import dev.assay.awsapi.inspector2.ResourceStringFilter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The model's criteria on resources as a question about coverage: what has evidence has a bill of
/// materials.
final class ResourceCriteria {
  private ResourceCriteria() {}

  static CoverageQuery query(
      Set<AccountId> accounts, Region region, ResourceFilterCriteria criteria) {
    Map<Facet, List<TextCondition>> texts = new EnumMap<>(Facet.class);
    texts.put(
        Facet.SCAN_TYPE,
        List.of(new TextCondition(Comparison.EQUALS, Coverage.Scan.PACKAGE.name())));
    put(texts, Facet.ACCOUNT, criteria.accountId());
    put(texts, Facet.RESOURCE_ID, criteria.resourceId());
    put(texts, Facet.RESOURCE_TYPE, criteria.resourceType());
    put(texts, Facet.IMAGE_REPOSITORY, criteria.ecrRepositoryName());
    put(texts, Facet.IMAGE_TAG, criteria.ecrImageTags());
    put(texts, Facet.FUNCTION_NAME, criteria.lambdaFunctionName());
    List<TagCondition> tags = new ArrayList<>();
    addAll(tags, criteria.ec2InstanceTags());
    addAll(tags, criteria.lambdaFunctionTags());
    return new CoverageQuery(accounts, region, texts, List.of(), tags);
  }

  /// Refuses criteria that nothing here can answer: to pass over them would export what was not
  /// asked for.
  static void check(ResourceFilterCriteria criteria) {
    Map<String, @Nullable Object> unserved = new LinkedHashMap<>();
    unserved.put("cloudProvider", criteria.cloudProvider());
    unserved.put("cloudProviderAccountId", criteria.cloudProviderAccountId());
    unserved.put("cloudProviderOrgId", criteria.cloudProviderOrgId());
    unserved.put("cloudProviderRegion", criteria.cloudProviderRegion());
    unserved.put("cloudVmInstanceTags", criteria.cloudVmInstanceTags());
    unserved.put("cloudContainerImageTags", criteria.cloudContainerImageTags());
    unserved.put("cloudContainerRepositoryName", criteria.cloudContainerRepositoryName());
    unserved.put("cloudContainerRegistryName", criteria.cloudContainerRegistryName());
    unserved.put("cloudServerlessFunctionName", criteria.cloudServerlessFunctionName());
    unserved.put("cloudServerlessFunctionTags", criteria.cloudServerlessFunctionTags());
    unserved.forEach(
        (name, value) -> {
          if (value != null) {
            throw Problems.invalid(
                "resourceFilterCriteria." + name, "no resource here is known by it");
          }
        });
  }

  private static void put(
      Map<Facet, List<TextCondition>> texts,
      Facet facet,
      @Nullable List<ResourceStringFilter> filters) {
    if (filters != null) {
      texts.put(
          facet,
          filters.stream()
              .map(
                  one ->
                      new TextCondition(Comparison.valueOf(one.comparison().value()), one.value()))
              .toList());
    }
  }

  private static void addAll(List<TagCondition> tags, @Nullable List<ResourceMapFilter> filters) {
    if (filters != null) {
      filters.forEach(one -> tags.add(new TagCondition(one.key(), one.value())));
    }
  }
}
