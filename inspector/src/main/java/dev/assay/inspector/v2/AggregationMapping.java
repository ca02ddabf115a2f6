package dev.assay.inspector.v2;

import dev.assay.assessment.aggregation.Aggregate;
import dev.assay.assessment.aggregation.Group;
import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.resource.ResourceDetails.CodeRepository;
import dev.assay.assessment.resource.ResourceDetails.ContainerImage;
import dev.assay.assessment.resource.ResourceDetails.Function;
import dev.assay.assessment.resource.ResourceDetails.Host;
import dev.assay.assessment.resource.ResourceDetails.LoadBalancer;
import dev.assay.awsapi.inspector2.AccountAggregationResponse;
import dev.assay.awsapi.inspector2.AggregationResponse;
import dev.assay.awsapi.inspector2.AggregationType;
import dev.assay.awsapi.inspector2.AmiAggregationResponse;
import dev.assay.awsapi.inspector2.AwsEcrContainerAggregationResponse;
import dev.assay.awsapi.inspector2.CodeRepositoryAggregationResponse;
import dev.assay.awsapi.inspector2.ContainerImageAggregationResponse;
import dev.assay.awsapi.inspector2.Ec2InstanceAggregationResponse;
import dev.assay.awsapi.inspector2.FindingTypeAggregationResponse;
import dev.assay.awsapi.inspector2.LambdaFunctionAggregationResponse;
import dev.assay.awsapi.inspector2.PackageAggregationResponse;
import dev.assay.awsapi.inspector2.RepositoryAggregationResponse;
import dev.assay.awsapi.inspector2.ServerlessFunctionAggregationResponse;
import dev.assay.awsapi.inspector2.SeverityCounts;
import dev.assay.awsapi.inspector2.TitleAggregationResponse;
import dev.assay.awsapi.inspector2.VmInstanceAggregationResponse;

/// A sum as the model's answer for a type of aggregation.
final class AggregationMapping {
  private final Aggregate sum;
  private final String account;
  private final SeverityCounts counts;

  private AggregationMapping(Aggregate sum) {
    this.sum = sum;
    this.account = sum.account().value();
    this.counts =
        SeverityCounts.builder()
            .all(sum.sums().all())
            .medium(sum.sums().medium())
            .high(sum.sums().high())
            .critical(sum.sums().critical())
            .build();
  }

  static AggregationResponse response(AggregationType type, Aggregate sum) {
    AggregationMapping mapping = new AggregationMapping(sum);
    return switch (sum.group()) {
      case Group.Whole() ->
          type.equals(AggregationType.ACCOUNT) ? mapping.account() : mapping.findingType();
      case Group.Named(String name) -> mapping.named(type, name);
      case Group.Titled(String title, var vulnerability) ->
          new AggregationResponse.TitleAggregation(
              TitleAggregationResponse.builder()
                  .accountId(mapping.account)
                  .title(title)
                  .vulnerabilityId(vulnerability)
                  .severityCounts(mapping.counts)
                  .build());
      case Group.OfResource(Resource resource) -> mapping.resource(type, resource);
    };
  }

  private AggregationResponse account() {
    return new AggregationResponse.AccountAggregation(
        AccountAggregationResponse.builder()
            .accountId(account)
            .severityCounts(counts)
            .exploitAvailableCount(sum.sums().exploitAvailable())
            .fixAvailableCount(sum.sums().fixAvailable())
            .build());
  }

  private AggregationResponse findingType() {
    return new AggregationResponse.FindingTypeAggregation(
        FindingTypeAggregationResponse.builder()
            .accountId(account)
            .severityCounts(counts)
            .exploitAvailableCount(sum.sums().exploitAvailable())
            .fixAvailableCount(sum.sums().fixAvailable())
            .build());
  }

  private AggregationResponse named(AggregationType type, String name) {
    if (type.equals(AggregationType.PACKAGE)) {
      return new AggregationResponse.PackageAggregation(
          PackageAggregationResponse.builder()
              .accountId(account)
              .packageName(name)
              .severityCounts(counts)
              .build());
    }
    if (type.equals(AggregationType.REPOSITORY)) {
      return new AggregationResponse.RepositoryAggregation(
          RepositoryAggregationResponse.builder()
              .accountId(account)
              .repository(name)
              .affectedImages(sum.sums().resources())
              .severityCounts(counts)
              .build());
    }
    return new AggregationResponse.AmiAggregation(
        AmiAggregationResponse.builder()
            .accountId(account)
            .ami(name)
            .affectedInstances(sum.sums().resources())
            .severityCounts(counts)
            .build());
  }

  private AggregationResponse resource(AggregationType type, Resource resource) {
    return switch (resource.details()) {
      case Host host ->
          type.equals(AggregationType.VM_INSTANCE)
              ? machine(resource, host)
              : instance(resource, host);
      case ContainerImage image ->
          type.equals(AggregationType.CONTAINER_IMAGE)
              ? image(resource, image)
              : registryImage(resource, image);
      case Function function ->
          type.equals(AggregationType.SERVERLESS_FUNCTION)
              ? serverless(resource, function)
              : lambda(resource, function);
      case LoadBalancer _ ->
          throw new IllegalStateException("no findings are counted by load balancer");
      case CodeRepository(String project, String provider) ->
          new AggregationResponse.CodeRepositoryAggregation(
              CodeRepositoryAggregationResponse.builder()
                  .accountId(account)
                  .resourceId(resource.key().id())
                  .projectNames(project)
                  .providerType(provider)
                  .severityCounts(counts)
                  .exploitAvailableActiveFindingsCount(sum.sums().exploitAvailable())
                  .fixAvailableActiveFindingsCount(sum.sums().fixAvailable())
                  .build());
    };
  }

  private AggregationResponse instance(Resource resource, Host host) {
    return new AggregationResponse.Ec2InstanceAggregation(
        Ec2InstanceAggregationResponse.builder()
            .accountId(account)
            .instanceId(resource.key().id())
            .ami(host.imageId())
            .operatingSystem(host.platform())
            .instanceTags(resource.tags())
            .networkFindings(sum.sums().networkReachability())
            .severityCounts(counts)
            .build());
  }

  private AggregationResponse machine(Resource resource, Host host) {
    return new AggregationResponse.VmInstanceAggregation(
        VmInstanceAggregationResponse.builder()
            .accountId(account)
            .resourceId(resource.key().id())
            .operatingSystem(host.platform())
            .tags(resource.tags())
            .networkFindings(sum.sums().networkReachability())
            .severityCounts(counts)
            .exploitAvailableActiveFindingsCount(sum.sums().exploitAvailable())
            .fixAvailableActiveFindingsCount(sum.sums().fixAvailable())
            .build());
  }

  private AggregationResponse registryImage(Resource resource, ContainerImage image) {
    return new AggregationResponse.AwsEcrContainerAggregation(
        AwsEcrContainerAggregationResponse.builder()
            .accountId(account)
            .resourceId(resource.key().id())
            .imageSha(image.digest())
            .repository(image.repository())
            .architecture(image.architecture())
            .imageTags(image.imageTags())
            .severityCounts(counts)
            .build());
  }

  private AggregationResponse image(Resource resource, ContainerImage image) {
    return new AggregationResponse.ContainerImageAggregation(
        ContainerImageAggregationResponse.builder()
            .accountId(account)
            .resourceId(resource.key().id())
            .imageDigest(image.digest())
            .repository(image.repository())
            .registry(image.registry())
            .architecture(image.architecture())
            .imageTags(image.imageTags())
            .severityCounts(counts)
            .exploitAvailableActiveFindingsCount(sum.sums().exploitAvailable())
            .fixAvailableActiveFindingsCount(sum.sums().fixAvailable())
            .build());
  }

  private AggregationResponse lambda(Resource resource, Function function) {
    return new AggregationResponse.LambdaFunctionAggregation(
        LambdaFunctionAggregationResponse.builder()
            .accountId(account)
            .resourceId(resource.key().id())
            .functionName(function.name())
            .runtime(function.runtime())
            .lambdaTags(resource.tags())
            .lastModifiedAt(function.modifiedAt())
            .severityCounts(counts)
            .build());
  }

  private AggregationResponse serverless(Resource resource, Function function) {
    return new AggregationResponse.ServerlessFunctionAggregation(
        ServerlessFunctionAggregationResponse.builder()
            .accountId(account)
            .resourceId(resource.key().id())
            .functionName(function.name())
            .runtime(function.runtime())
            .tags(resource.tags())
            .lastModifiedAt(function.modifiedAt())
            .severityCounts(counts)
            .exploitAvailableActiveFindingsCount(sum.sums().exploitAvailable())
            .fixAvailableActiveFindingsCount(sum.sums().fixAvailable())
            .build());
  }
}
