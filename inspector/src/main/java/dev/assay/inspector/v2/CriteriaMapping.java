package dev.assay.inspector.v2;

import dev.assay.assessment.query.Criterion;
import dev.assay.assessment.query.Criterion.DateRange;
import dev.assay.assessment.query.Criterion.NumberRange;
import dev.assay.assessment.query.Criterion.TagCondition;
import dev.assay.assessment.query.DateFacet;
import dev.assay.assessment.query.NumberFacet;
import dev.assay.assessment.query.TextFacet;
import dev.assay.awsapi.inspector2.DateFilter;
import dev.assay.awsapi.inspector2.FilterCriteria;
import dev.assay.awsapi.inspector2.MapComparison;
import dev.assay.awsapi.inspector2.MapFilter;
import dev.assay.awsapi.inspector2.NumberFilter;
import dev.assay.awsapi.inspector2.PackageFilter;
import dev.assay.awsapi.inspector2.PortRangeFilter;
import dev.assay.awsapi.inspector2.StringFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The criteria of the model, and those that `assessment` asks with: one table, read in either
/// direction.
final class CriteriaMapping {
  private CriteriaMapping() {}

  /// Reads one member of the model's criteria, and sets it.
  private record Member<F>(
      Function<FilterCriteria, @Nullable List<F>> get,
      BiConsumer<FilterCriteria.Builder, List<F>> set) {}

  private record Text(TextFacet facet, Member<StringFilter> member) {
    Text(
        TextFacet facet,
        Function<FilterCriteria, @Nullable List<StringFilter>> get,
        BiConsumer<FilterCriteria.Builder, List<StringFilter>> set) {
      this(facet, new Member<>(get, set));
    }
  }

  private record Date(DateFacet facet, Member<DateFilter> member) {
    Date(
        DateFacet facet,
        Function<FilterCriteria, @Nullable List<DateFilter>> get,
        BiConsumer<FilterCriteria.Builder, List<DateFilter>> set) {
      this(facet, new Member<>(get, set));
    }
  }

  private record Numeric(NumberFacet facet, Member<NumberFilter> member) {
    Numeric(
        NumberFacet facet,
        Function<FilterCriteria, @Nullable List<NumberFilter>> get,
        BiConsumer<FilterCriteria.Builder, List<NumberFilter>> set) {
      this(facet, new Member<>(get, set));
    }
  }

  private static final List<Text> TEXTS =
      List.of(
          new Text(
              TextFacet.FINDING_ARN,
              FilterCriteria::findingArn,
              FilterCriteria.Builder::findingArn),
          new Text(
              TextFacet.ACCOUNT,
              FilterCriteria::awsAccountId,
              FilterCriteria.Builder::awsAccountId),
          new Text(
              TextFacet.FINDING_TYPE,
              FilterCriteria::findingType,
              FilterCriteria.Builder::findingType),
          new Text(TextFacet.SEVERITY, FilterCriteria::severity, FilterCriteria.Builder::severity),
          new Text(
              TextFacet.STATUS,
              FilterCriteria::findingStatus,
              FilterCriteria.Builder::findingStatus),
          new Text(TextFacet.TITLE, FilterCriteria::title, FilterCriteria.Builder::title),
          new Text(
              TextFacet.RESOURCE_TYPE,
              FilterCriteria::resourceType,
              FilterCriteria.Builder::resourceType),
          new Text(
              TextFacet.RESOURCE_ID,
              FilterCriteria::resourceId,
              FilterCriteria.Builder::resourceId),
          new Text(
              TextFacet.FIX_AVAILABLE,
              FilterCriteria::fixAvailable,
              FilterCriteria.Builder::fixAvailable),
          new Text(
              TextFacet.EXPLOIT_AVAILABLE,
              FilterCriteria::exploitAvailable,
              FilterCriteria.Builder::exploitAvailable),
          new Text(
              TextFacet.VULNERABILITY_ID,
              FilterCriteria::vulnerabilityId,
              FilterCriteria.Builder::vulnerabilityId),
          new Text(
              TextFacet.VULNERABILITY_SOURCE,
              FilterCriteria::vulnerabilitySource,
              FilterCriteria.Builder::vulnerabilitySource),
          new Text(
              TextFacet.VENDOR_SEVERITY,
              FilterCriteria::vendorSeverity,
              FilterCriteria.Builder::vendorSeverity),
          new Text(
              TextFacet.RELATED_VULNERABILITY,
              FilterCriteria::relatedVulnerabilities,
              FilterCriteria.Builder::relatedVulnerabilities),
          new Text(
              TextFacet.HOST_IMAGE_ID,
              FilterCriteria::ec2InstanceImageId,
              FilterCriteria.Builder::ec2InstanceImageId),
          new Text(
              TextFacet.HOST_VPC_ID,
              FilterCriteria::ec2InstanceVpcId,
              FilterCriteria.Builder::ec2InstanceVpcId),
          new Text(
              TextFacet.HOST_SUBNET_ID,
              FilterCriteria::ec2InstanceSubnetId,
              FilterCriteria.Builder::ec2InstanceSubnetId),
          new Text(
              TextFacet.IMAGE_ARCHITECTURE,
              FilterCriteria::ecrImageArchitecture,
              FilterCriteria.Builder::ecrImageArchitecture),
          new Text(
              TextFacet.IMAGE_REGISTRY,
              FilterCriteria::ecrImageRegistry,
              FilterCriteria.Builder::ecrImageRegistry),
          new Text(
              TextFacet.IMAGE_REPOSITORY,
              FilterCriteria::ecrImageRepositoryName,
              FilterCriteria.Builder::ecrImageRepositoryName),
          new Text(
              TextFacet.IMAGE_TAG,
              FilterCriteria::ecrImageTags,
              FilterCriteria.Builder::ecrImageTags),
          new Text(
              TextFacet.IMAGE_DIGEST,
              FilterCriteria::ecrImageHash,
              FilterCriteria.Builder::ecrImageHash),
          new Text(
              TextFacet.FUNCTION_NAME,
              FilterCriteria::lambdaFunctionName,
              FilterCriteria.Builder::lambdaFunctionName),
          new Text(
              TextFacet.FUNCTION_LAYER,
              FilterCriteria::lambdaFunctionLayers,
              FilterCriteria.Builder::lambdaFunctionLayers),
          new Text(
              TextFacet.FUNCTION_RUNTIME,
              FilterCriteria::lambdaFunctionRuntime,
              FilterCriteria.Builder::lambdaFunctionRuntime),
          new Text(
              TextFacet.FUNCTION_ROLE,
              FilterCriteria::lambdaFunctionExecutionRoleArn,
              FilterCriteria.Builder::lambdaFunctionExecutionRoleArn),
          new Text(
              TextFacet.NETWORK_PROTOCOL,
              FilterCriteria::networkProtocol,
              FilterCriteria.Builder::networkProtocol),
          new Text(
              TextFacet.COMPONENT_ID,
              FilterCriteria::componentId,
              FilterCriteria.Builder::componentId),
          new Text(
              TextFacet.COMPONENT_TYPE,
              FilterCriteria::componentType,
              FilterCriteria.Builder::componentType),
          new Text(
              TextFacet.DETECTOR_NAME,
              FilterCriteria::codeVulnerabilityDetectorName,
              FilterCriteria.Builder::codeVulnerabilityDetectorName),
          new Text(
              TextFacet.DETECTOR_TAG,
              FilterCriteria::codeVulnerabilityDetectorTags,
              FilterCriteria.Builder::codeVulnerabilityDetectorTags),
          new Text(
              TextFacet.CODE_FILE_PATH,
              FilterCriteria::codeVulnerabilityFilePath,
              FilterCriteria.Builder::codeVulnerabilityFilePath),
          new Text(
              TextFacet.PROJECT_NAME,
              FilterCriteria::codeRepositoryProjectName,
              FilterCriteria.Builder::codeRepositoryProjectName),
          new Text(
              TextFacet.PROVIDER_TYPE,
              FilterCriteria::codeRepositoryProviderType,
              FilterCriteria.Builder::codeRepositoryProviderType));

  private static final List<Date> DATES =
      List.of(
          new Date(
              DateFacet.FIRST_OBSERVED,
              FilterCriteria::firstObservedAt,
              FilterCriteria.Builder::firstObservedAt),
          new Date(
              DateFacet.LAST_OBSERVED,
              FilterCriteria::lastObservedAt,
              FilterCriteria.Builder::lastObservedAt),
          new Date(DateFacet.UPDATED, FilterCriteria::updatedAt, FilterCriteria.Builder::updatedAt),
          new Date(
              DateFacet.IMAGE_PUSHED,
              FilterCriteria::ecrImagePushedAt,
              FilterCriteria.Builder::ecrImagePushedAt),
          new Date(
              DateFacet.IMAGE_LAST_IN_USE,
              FilterCriteria::ecrImageLastInUseAt,
              FilterCriteria.Builder::ecrImageLastInUseAt),
          new Date(
              DateFacet.FUNCTION_MODIFIED,
              FilterCriteria::lambdaFunctionLastModifiedAt,
              FilterCriteria.Builder::lambdaFunctionLastModifiedAt));

  private static final List<Numeric> NUMBERS =
      List.of(
          new Numeric(
              NumberFacet.SCORE,
              FilterCriteria::inspectorScore,
              FilterCriteria.Builder::inspectorScore),
          new Numeric(
              NumberFacet.EPSS, FilterCriteria::epssScore, FilterCriteria.Builder::epssScore),
          new Numeric(
              NumberFacet.IMAGE_IN_USE_COUNT,
              FilterCriteria::ecrImageInUseCount,
              FilterCriteria.Builder::ecrImageInUseCount));

  /// What the model's criteria ask for; nothing where they are null.
  static List<Criterion> criteria(@Nullable FilterCriteria model) {
    List<Criterion> criteria = new ArrayList<>();
    if (model == null) {
      return criteria;
    }
    UnservedCriteria.refuse(model);
    for (Text text : TEXTS) {
      List<StringFilter> filters = text.member().get().apply(model);
      if (filters != null) {
        criteria.add(
            new Criterion.OfText(
                text.facet(), filters.stream().map(TextMapping::condition).toList()));
      }
    }
    for (Date date : DATES) {
      List<DateFilter> filters = date.member().get().apply(model);
      if (filters != null) {
        criteria.add(
            new Criterion.OfDate(
                date.facet(),
                filters.stream()
                    .map(one -> new DateRange(one.startInclusive(), one.endInclusive()))
                    .toList()));
      }
    }
    for (Numeric number : NUMBERS) {
      List<NumberFilter> filters = number.member().get().apply(model);
      if (filters != null) {
        criteria.add(
            new Criterion.OfNumber(
                number.facet(), filters.stream().map(CriteriaMapping::range).toList()));
      }
    }
    composed(model, criteria);
    return criteria;
  }

  private static void composed(FilterCriteria model, List<Criterion> criteria) {
    List<MapFilter> tags = model.resourceTags();
    if (tags != null) {
      criteria.add(
          new Criterion.OfTags(
              tags.stream().map(tag -> new TagCondition(tag.key(), tag.value())).toList()));
    }
    List<PackageFilter> packages = model.vulnerablePackages();
    if (packages != null) {
      criteria.add(
          new Criterion.OfPackages(packages.stream().map(PackageMapping::condition).toList()));
    }
    List<PortRangeFilter> ports = model.portRange();
    if (ports != null) {
      criteria.add(
          new Criterion.OfPorts(
              ports.stream()
                  .map(one -> new Criterion.PortRange(one.beginInclusive(), one.endInclusive()))
                  .toList()));
    }
  }

  /// The model's criteria that ask for the same.
  static FilterCriteria model(List<Criterion> criteria) {
    FilterCriteria.Builder model = FilterCriteria.builder();
    for (Criterion criterion : criteria) {
      switch (criterion) {
        case Criterion.OfText(TextFacet facet, var conditions) ->
            TEXTS.stream()
                .filter(text -> text.facet() == facet)
                .forEach(
                    text ->
                        text.member()
                            .set()
                            .accept(model, conditions.stream().map(TextMapping::filter).toList()));
        case Criterion.OfDate(DateFacet facet, var ranges) ->
            DATES.stream()
                .filter(date -> date.facet() == facet)
                .forEach(
                    date ->
                        date.member()
                            .set()
                            .accept(model, ranges.stream().map(CriteriaMapping::filter).toList()));
        case Criterion.OfNumber(NumberFacet facet, var ranges) ->
            NUMBERS.stream()
                .filter(number -> number.facet() == facet)
                .forEach(
                    number ->
                        number
                            .member()
                            .set()
                            .accept(model, ranges.stream().map(CriteriaMapping::filter).toList()));
        case Criterion.OfTags(var conditions) ->
            model.resourceTags(conditions.stream().map(CriteriaMapping::filter).toList());
        case Criterion.OfPackages(var conditions) ->
            model.vulnerablePackages(conditions.stream().map(PackageMapping::filter).toList());
        case Criterion.OfPorts(var ranges) ->
            model.portRange(ranges.stream().map(CriteriaMapping::filter).toList());
      }
    }
    return model.build();
  }

  static NumberRange range(NumberFilter filter) {
    return new NumberRange(filter.lowerInclusive(), filter.upperInclusive());
  }

  static NumberFilter filter(NumberRange range) {
    return NumberFilter.builder().lowerInclusive(range.from()).upperInclusive(range.to()).build();
  }

  private static DateFilter filter(DateRange range) {
    return DateFilter.builder().startInclusive(range.from()).endInclusive(range.to()).build();
  }

  private static MapFilter filter(TagCondition tag) {
    return MapFilter.builder()
        .comparison(MapComparison.EQUALS)
        .key(tag.key())
        .value(tag.value())
        .build();
  }

  private static PortRangeFilter filter(Criterion.PortRange range) {
    return PortRangeFilter.builder().beginInclusive(range.from()).endInclusive(range.to()).build();
  }
}
