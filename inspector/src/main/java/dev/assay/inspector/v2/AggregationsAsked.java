package dev.assay.inspector.v2;

import dev.assay.assessment.aggregation.AggregationOrder;
import dev.assay.assessment.aggregation.Grouping;
import dev.assay.assessment.query.Criterion;
import dev.assay.assessment.query.Criterion.TextCondition;
import dev.assay.assessment.query.FindingOrder.Direction;
import dev.assay.assessment.query.TextFacet;
import dev.assay.awsapi.inspector2.AccountAggregation;
import dev.assay.awsapi.inspector2.AggregationRequest;
import dev.assay.awsapi.inspector2.AggregationType;
import dev.assay.awsapi.inspector2.AmiAggregation;
import dev.assay.awsapi.inspector2.AwsEcrContainerAggregation;
import dev.assay.awsapi.inspector2.CodeRepositoryAggregation;
import dev.assay.awsapi.inspector2.ContainerImageAggregation;
import dev.assay.awsapi.inspector2.Ec2InstanceAggregation;
import dev.assay.awsapi.inspector2.FindingTypeAggregation;
import dev.assay.awsapi.inspector2.ImageLayerAggregation;
import dev.assay.awsapi.inspector2.LambdaFunctionAggregation;
import dev.assay.awsapi.inspector2.LambdaLayerAggregation;
import dev.assay.awsapi.inspector2.PackageAggregation;
import dev.assay.awsapi.inspector2.RepositoryAggregation;
import dev.assay.awsapi.inspector2.ServerlessFunctionAggregation;
import dev.assay.awsapi.inspector2.SortOrder;
import dev.assay.awsapi.inspector2.StringFilter;
import dev.assay.awsapi.inspector2.TitleAggregation;
import dev.assay.awsapi.inspector2.VmInstanceAggregation;
import dev.assay.awsapi.value.EnumValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a request for aggregations asks, in our terms.
///
/// @param type what such a request belongs to
/// @param grouping empty where nothing that is stored says what belongs to such a group: which
///     layer of an image or a function a package came with
record AggregationsAsked(
    AggregationType type,
    Optional<Grouping> grouping,
    List<TextCondition> names,
    List<Criterion> criteria,
    AggregationOrder order) {

  /// @param request null where all groups of the type are asked for
  static AggregationsAsked of(AggregationType type, @Nullable AggregationRequest request) {
    AggregationsAsked asked = of(request == null ? every(type) : request);
    if (!asked.type.equals(type)) {
      throw Problems.invalid(
          "aggregationRequest", "it asks for " + asked.type + ", aggregationType for " + type);
    }
    return asked;
  }

  private static AggregationRequest every(AggregationType type) {
    return switch (type) {
      case AggregationType.Known known -> every(known);
      case AggregationType.Unknown unknown ->
          throw Problems.invalid("aggregationType", "there is no type " + unknown.value());
    };
  }

  private static AggregationRequest every(AggregationType.Known type) {
    return switch (type) {
      case ACCOUNT ->
          new AggregationRequest.AccountAggregation(AccountAggregation.builder().build());
      case AMI -> new AggregationRequest.AmiAggregation(AmiAggregation.builder().build());
      case AWS_EC2_INSTANCE ->
          new AggregationRequest.Ec2InstanceAggregation(Ec2InstanceAggregation.builder().build());
      case AWS_ECR_CONTAINER ->
          new AggregationRequest.AwsEcrContainerAggregation(
              AwsEcrContainerAggregation.builder().build());
      case AWS_LAMBDA_FUNCTION ->
          new AggregationRequest.LambdaFunctionAggregation(
              LambdaFunctionAggregation.builder().build());
      case CODE_REPOSITORY ->
          new AggregationRequest.CodeRepositoryAggregation(
              CodeRepositoryAggregation.builder().build());
      case CONTAINER_IMAGE ->
          new AggregationRequest.ContainerImageAggregation(
              ContainerImageAggregation.builder().build());
      case FINDING_TYPE ->
          new AggregationRequest.FindingTypeAggregation(FindingTypeAggregation.builder().build());
      case IMAGE_LAYER ->
          new AggregationRequest.ImageLayerAggregation(ImageLayerAggregation.builder().build());
      case LAMBDA_LAYER ->
          new AggregationRequest.LambdaLayerAggregation(LambdaLayerAggregation.builder().build());
      case PACKAGE ->
          new AggregationRequest.PackageAggregation(PackageAggregation.builder().build());
      case REPOSITORY ->
          new AggregationRequest.RepositoryAggregation(RepositoryAggregation.builder().build());
      case SERVERLESS_FUNCTION ->
          new AggregationRequest.ServerlessFunctionAggregation(
              ServerlessFunctionAggregation.builder().build());
      case TITLE -> new AggregationRequest.TitleAggregation(TitleAggregation.builder().build());
      case VM_INSTANCE ->
          new AggregationRequest.VmInstanceAggregation(VmInstanceAggregation.builder().build());
    };
  }

  private static AggregationsAsked of(AggregationRequest request) {
    UnservedAggregations.refuse(request);
    return switch (request) {
      case AggregationRequest.AccountAggregation(AccountAggregation all) ->
          new AggregationsAsked(
              AggregationType.ACCOUNT,
              Optional.of(Grouping.ACCOUNT),
              List.of(),
              new AskedCriteria()
                  .choice(TextFacet.FINDING_TYPE, all.findingType())
                  .choice(TextFacet.RESOURCE_TYPE, all.resourceType())
                  .list(),
              order(all.sortBy(), all.sortOrder()));
      // The model's answer does not name the type, so that one sum an account is all it can tell.
      case AggregationRequest.FindingTypeAggregation(FindingTypeAggregation all) ->
          new AggregationsAsked(
              AggregationType.FINDING_TYPE,
              Optional.of(Grouping.ACCOUNT),
              List.of(),
              new AskedCriteria()
                  .choice(TextFacet.FINDING_TYPE, all.findingType())
                  .choice(TextFacet.RESOURCE_TYPE, all.resourceType())
                  .list(),
              order(all.sortBy(), all.sortOrder()));
      case AggregationRequest.TitleAggregation(TitleAggregation titles) ->
          new AggregationsAsked(
              AggregationType.TITLE,
              Optional.of(Grouping.TITLE),
              AskedCriteria.conditions(titles.titles()),
              new AskedCriteria()
                  .choice(TextFacet.FINDING_TYPE, titles.findingType())
                  .choice(TextFacet.RESOURCE_TYPE, titles.resourceType())
                  .texts(TextFacet.VULNERABILITY_ID, titles.vulnerabilityIds())
                  .list(),
              order(titles.sortBy(), titles.sortOrder()));
      case AggregationRequest.PackageAggregation(PackageAggregation packages) ->
          named(
              AggregationType.PACKAGE,
              Grouping.PACKAGE,
              packages.packageNames(),
              order(packages.sortBy(), packages.sortOrder()));
      case AggregationRequest.RepositoryAggregation(RepositoryAggregation repositories) ->
          named(
              AggregationType.REPOSITORY,
              Grouping.IMAGE_REPOSITORY,
              repositories.repositories(),
              order(repositories.sortBy(), repositories.sortOrder()));
      case AggregationRequest.AmiAggregation(AmiAggregation images) ->
          named(
              AggregationType.AMI,
              Grouping.HOST_IMAGE,
              images.amis(),
              order(images.sortBy(), images.sortOrder()));
      case AggregationRequest.Ec2InstanceAggregation(Ec2InstanceAggregation hosts) ->
          new AggregationsAsked(
              AggregationType.AWS_EC2_INSTANCE,
              Optional.of(Grouping.HOST),
              AskedCriteria.conditions(hosts.instanceIds()),
              new AskedCriteria()
                  .texts(TextFacet.HOST_IMAGE_ID, hosts.amis())
                  .texts(TextFacet.HOST_PLATFORM, hosts.operatingSystems())
                  .tags(hosts.instanceTags())
                  .list(),
              order(hosts.sortBy(), hosts.sortOrder()));
      case AggregationRequest.VmInstanceAggregation(VmInstanceAggregation hosts) ->
          new AggregationsAsked(
              AggregationType.VM_INSTANCE,
              Optional.of(Grouping.HOST),
              AskedCriteria.conditions(hosts.resourceIds()),
              new AskedCriteria()
                  .texts(TextFacet.HOST_PLATFORM, hosts.operatingSystems())
                  .tags(hosts.instanceTags())
                  .list(),
              order(hosts.sortBy(), hosts.sortOrder()));
      case AggregationRequest.AwsEcrContainerAggregation(AwsEcrContainerAggregation images) ->
          new AggregationsAsked(
              AggregationType.AWS_ECR_CONTAINER,
              Optional.of(Grouping.CONTAINER_IMAGE),
              AskedCriteria.conditions(images.resourceIds()),
              new AskedCriteria()
                  .texts(TextFacet.IMAGE_ARCHITECTURE, images.architectures())
                  .texts(TextFacet.IMAGE_DIGEST, images.imageShas())
                  .texts(TextFacet.IMAGE_TAG, images.imageTags())
                  .texts(TextFacet.IMAGE_REPOSITORY, images.repositories())
                  .lastInUse(images.lastInUseAt())
                  .inUseCount(images.inUseCount())
                  .list(),
              order(images.sortBy(), images.sortOrder()));
      case AggregationRequest.ContainerImageAggregation(ContainerImageAggregation images) ->
          new AggregationsAsked(
              AggregationType.CONTAINER_IMAGE,
              Optional.of(Grouping.CONTAINER_IMAGE),
              AskedCriteria.conditions(images.resourceIds()),
              new AskedCriteria()
                  .texts(TextFacet.IMAGE_ARCHITECTURE, images.architectures())
                  .texts(TextFacet.IMAGE_DIGEST, images.imageDigests())
                  .texts(TextFacet.IMAGE_TAG, images.imageTags())
                  .texts(TextFacet.IMAGE_REPOSITORY, images.repositories())
                  .texts(TextFacet.IMAGE_REGISTRY, images.registries())
                  .lastInUse(images.lastInUseAt())
                  .inUseCount(images.inUseCount())
                  .list(),
              order(images.sortBy(), images.sortOrder()));
      case AggregationRequest.LambdaFunctionAggregation(LambdaFunctionAggregation functions) ->
          new AggregationsAsked(
              AggregationType.AWS_LAMBDA_FUNCTION,
              Optional.of(Grouping.FUNCTION),
              AskedCriteria.conditions(functions.resourceIds()),
              new AskedCriteria()
                  .texts(TextFacet.FUNCTION_NAME, functions.functionNames())
                  .texts(TextFacet.FUNCTION_RUNTIME, functions.runtimes())
                  .tags(functions.functionTags())
                  .list(),
              order(functions.sortBy(), functions.sortOrder()));
      case AggregationRequest.ServerlessFunctionAggregation(
              ServerlessFunctionAggregation functions) ->
          new AggregationsAsked(
              AggregationType.SERVERLESS_FUNCTION,
              Optional.of(Grouping.FUNCTION),
              AskedCriteria.conditions(functions.resourceIds()),
              new AskedCriteria()
                  .texts(TextFacet.FUNCTION_NAME, functions.functionNames())
                  .texts(TextFacet.FUNCTION_RUNTIME, functions.runtimes())
                  .tags(functions.functionTags())
                  .list(),
              order(functions.sortBy(), functions.sortOrder()));
      case AggregationRequest.CodeRepositoryAggregation(CodeRepositoryAggregation projects) ->
          new AggregationsAsked(
              AggregationType.CODE_REPOSITORY,
              Optional.of(Grouping.CODE_REPOSITORY),
              AskedCriteria.conditions(projects.resourceIds()),
              new AskedCriteria()
                  .texts(TextFacet.PROJECT_NAME, projects.projectNames())
                  .texts(TextFacet.PROVIDER_TYPE, projects.providerTypes())
                  .list(),
              order(projects.sortBy(), projects.sortOrder()));
      case AggregationRequest.ImageLayerAggregation _ -> unknown(AggregationType.IMAGE_LAYER);
      case AggregationRequest.LambdaLayerAggregation _ -> unknown(AggregationType.LAMBDA_LAYER);
    };
  }

  private static AggregationsAsked named(
      AggregationType type,
      Grouping grouping,
      @Nullable List<StringFilter> names,
      AggregationOrder order) {
    return new AggregationsAsked(
        type, Optional.of(grouping), AskedCriteria.conditions(names), List.of(), order);
  }

  private static AggregationsAsked unknown(AggregationType type) {
    return new AggregationsAsked(
        type, Optional.empty(), List.of(), List.of(), AggregationOrder.DEFAULT);
  }

  /// Where most is critical first, unless the request says otherwise.
  private static AggregationOrder order(@Nullable EnumValue sortBy, @Nullable SortOrder order) {
    AggregationOrder.Key key =
        switch (sortBy == null ? "CRITICAL" : sortBy.value()) {
          case "CRITICAL" -> AggregationOrder.Key.CRITICAL;
          case "HIGH" -> AggregationOrder.Key.HIGH;
          case "ALL" -> AggregationOrder.Key.ALL;
          case "NETWORK_FINDINGS" -> AggregationOrder.Key.NETWORK_REACHABILITY;
          case "AFFECTED_INSTANCES", "AFFECTED_IMAGES" -> AggregationOrder.Key.RESOURCES;
          default ->
              throw Problems.invalid(
                  "aggregationRequest.sortBy", "aggregations cannot be sorted by it: " + sortBy);
        };
    return new AggregationOrder(
        key,
        order != null && order.value().equals("ASC") ? Direction.ASCENDING : Direction.DESCENDING);
  }
}
