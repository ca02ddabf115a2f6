package dev.assay.inspector.v2;

import dev.assay.assessment.coverage.Coverage;
import dev.assay.assessment.coverage.CoverageQuery;
import dev.assay.assessment.coverage.CoverageQuery.Facet;
import dev.assay.assessment.query.Criterion.Comparison;
import dev.assay.assessment.query.Criterion.DateRange;
import dev.assay.assessment.query.Criterion.TagCondition;
import dev.assay.assessment.query.Criterion.TextCondition;
import dev.assay.assessment.resource.ResourceDetails;
import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.tenant.Region;
import dev.assay.awsapi.inspector2.CoverageDateFilter;
import dev.assay.awsapi.inspector2.CoverageFilterCriteria;
import dev.assay.awsapi.inspector2.CoverageMapFilter;
import dev.assay.awsapi.inspector2.CoverageResourceType;
import dev.assay.awsapi.inspector2.CoverageStringFilter;
import dev.assay.awsapi.inspector2.CoveredResource;
import dev.assay.awsapi.inspector2.Ec2Metadata;
import dev.assay.awsapi.inspector2.Ec2Platform;
import dev.assay.awsapi.inspector2.EcrContainerImageMetadata;
import dev.assay.awsapi.inspector2.GroupKey;
import dev.assay.awsapi.inspector2.LambdaFunctionMetadata;
import dev.assay.awsapi.inspector2.ResourceScanMetadata;
import dev.assay.awsapi.inspector2.Runtime;
import dev.assay.awsapi.inspector2.ScanMode;
import dev.assay.awsapi.inspector2.ScanStatus;
import dev.assay.awsapi.inspector2.ScanStatusCode;
import dev.assay.awsapi.inspector2.ScanStatusReason;
import dev.assay.awsapi.inspector2.ScanType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Coverage as the model has it.
final class CoverageMapping {
  private CoverageMapping() {}

  static CoveredResource covered(Coverage coverage) {
    var resource = coverage.resource();
    return CoveredResource.builder()
        .accountId(resource.key().tenant().account().value())
        .resourceId(resource.key().id())
        .resourceType(CoverageResourceType.of(resource.key().type().wireName()))
        .resourceMetadata(metadata(resource.details(), resource.tags()))
        .scanType(ScanType.of(coverage.scan().name()))
        .scanMode(resource.details() instanceof ResourceDetails.Host ? mode(coverage) : null)
        .scanStatus(
            new ScanStatus(
                ScanStatusReason.of(coverage.status().name()),
                ScanStatusCode.of(coverage.status().isActive() ? "ACTIVE" : "INACTIVE")))
        .lastScannedAt(coverage.assessedAt())
        .build();
  }

  private static ScanMode mode(Coverage coverage) {
    return coverage.agent() ? ScanMode.EC2_SSM_AGENT_BASED : ScanMode.EC2_AGENTLESS;
  }

  private static ResourceScanMetadata metadata(ResourceDetails details, Map<String, String> tags) {
    ResourceScanMetadata.Builder metadata = ResourceScanMetadata.builder();
    switch (details) {
      case ResourceDetails.Host host ->
          metadata.ec2(
              Ec2Metadata.builder()
                  .amiId(host.imageId())
                  .platform(host.platform() == null ? Ec2Platform.UNKNOWN : Ec2Platform.LINUX)
                  .tags(tags)
                  .build());
      case ResourceDetails.ContainerImage image ->
          metadata.ecrImage(EcrContainerImageMetadata.builder().tags(image.imageTags()).build());
      case ResourceDetails.Function function ->
          metadata.lambdaFunction(
              LambdaFunctionMetadata.builder()
                  .functionName(function.name())
                  .runtime(Runtime.of(function.runtime()))
                  .layers(function.layers())
                  .functionTags(tags)
                  .build());
      case ResourceDetails.CodeRepository ignored -> {}
      case ResourceDetails.LoadBalancer ignored -> {}
    }
    return metadata.build();
  }

  static CoverageQuery query(
      Set<AccountId> accounts, Region region, @Nullable CoverageFilterCriteria criteria) {
    Map<Facet, List<TextCondition>> texts = new EnumMap<>(Facet.class);
    List<DateRange> scanned = new ArrayList<>();
    List<TagCondition> tags = new ArrayList<>();
    if (criteria != null) {
      UnservedCoverage.refuse(criteria);
      put(texts, Facet.ACCOUNT, criteria.accountId());
      put(texts, Facet.RESOURCE_ID, criteria.resourceId());
      put(texts, Facet.RESOURCE_TYPE, criteria.resourceType());
      put(texts, Facet.SCAN_TYPE, criteria.scanType());
      put(texts, Facet.STATUS_CODE, criteria.scanStatusCode());
      put(texts, Facet.STATUS_REASON, criteria.scanStatusReason());
      put(texts, Facet.IMAGE_REPOSITORY, criteria.ecrRepositoryName());
      put(texts, Facet.IMAGE_TAG, criteria.ecrImageTags());
      put(texts, Facet.FUNCTION_NAME, criteria.lambdaFunctionName());
      put(texts, Facet.FUNCTION_RUNTIME, criteria.lambdaFunctionRuntime());
      put(texts, Facet.PROJECT_NAME, criteria.codeRepositoryProjectName());
      addAll(tags, criteria.ec2InstanceTags());
      addAll(tags, criteria.lambdaFunctionTags());
      List<CoverageDateFilter> dates = criteria.lastScannedAt();
      if (dates != null) {
        dates.forEach(one -> scanned.add(new DateRange(one.startInclusive(), one.endInclusive())));
      }
    }
    return new CoverageQuery(accounts, region, texts, scanned, tags);
  }

  private static void put(
      Map<Facet, List<TextCondition>> texts,
      Facet facet,
      @Nullable List<CoverageStringFilter> filters) {
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

  private static void addAll(List<TagCondition> tags, @Nullable List<CoverageMapFilter> filters) {
    if (filters != null) {
      filters.forEach(one -> tags.add(new TagCondition(one.key(), one.value())));
    }
  }

  static Facet facet(GroupKey key) {
    return switch (key.value()) {
      case "SCAN_STATUS_CODE" -> Facet.STATUS_CODE;
      case "SCAN_STATUS_REASON" -> Facet.STATUS_REASON;
      case "ACCOUNT_ID" -> Facet.ACCOUNT;
      case "RESOURCE_TYPE" -> Facet.RESOURCE_TYPE;
      case "ECR_REPOSITORY_NAME" -> Facet.IMAGE_REPOSITORY;
      default -> throw Problems.invalid("groupBy", "coverage is not grouped by " + key.value());
    };
  }
}
