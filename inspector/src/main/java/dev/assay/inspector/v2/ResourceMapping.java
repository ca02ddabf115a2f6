package dev.assay.inspector.v2;

import dev.assay.assessment.tenant.Tenant;
import dev.assay.awsapi.inspector2.Architecture;
import dev.assay.awsapi.inspector2.AwsEc2InstanceDetails;
import dev.assay.awsapi.inspector2.AwsEcrContainerImageDetails;
import dev.assay.awsapi.inspector2.AwsLambdaFunctionDetails;
import dev.assay.awsapi.inspector2.CodeRepositoryDetails;
import dev.assay.awsapi.inspector2.CodeRepositoryProviderType;
import dev.assay.awsapi.inspector2.Resource;
import dev.assay.awsapi.inspector2.ResourceDetails;
import dev.assay.awsapi.inspector2.ResourceType;
import dev.assay.awsapi.inspector2.Runtime;
import java.util.List;

/// A resource as the model's `Resource`. A machine is an EC2 instance on the wire, wherever it
/// stands: the model has no other kind of host.
final class ResourceMapping {
  private static final char IPV6 = ':';

  private ResourceMapping() {}

  static Resource resource(dev.assay.assessment.resource.Resource resource) {
    Tenant tenant = resource.key().tenant();
    return Resource.builder()
        .type(ResourceType.of(resource.key().type().wireName()))
        .id(resource.key().id())
        .partition(tenant.region().partition())
        .region(tenant.region().value())
        .tags(resource.tags())
        .details(details(resource.details()))
        .build();
  }

  private static ResourceDetails details(dev.assay.assessment.resource.ResourceDetails details) {
    return switch (details) {
      case dev.assay.assessment.resource.ResourceDetails.Host host ->
          ResourceDetails.builder().awsEc2Instance(host(host)).build();
      case dev.assay.assessment.resource.ResourceDetails.ContainerImage image ->
          ResourceDetails.builder().awsEcrContainerImage(image(image)).build();
      case dev.assay.assessment.resource.ResourceDetails.Function function ->
          ResourceDetails.builder().awsLambdaFunction(function(function)).build();
      // The model has no details of such a resource.
      case dev.assay.assessment.resource.ResourceDetails.LoadBalancer ignored ->
          ResourceDetails.builder().build();
      case dev.assay.assessment.resource.ResourceDetails.CodeRepository repository ->
          ResourceDetails.builder()
              .codeRepository(
                  CodeRepositoryDetails.builder()
                      .projectName(repository.projectName())
                      .providerType(CodeRepositoryProviderType.of(repository.provider()))
                      .build())
              .build();
    };
  }

  private static AwsEc2InstanceDetails host(
      dev.assay.assessment.resource.ResourceDetails.Host host) {
    return AwsEc2InstanceDetails.builder()
        .platform(host.platform())
        .type(host.instanceType())
        .imageId(host.imageId())
        .vpcId(host.vpcId())
        .subnetId(host.subnetId())
        .ipV4Addresses(addresses(host.addresses(), false))
        .ipV6Addresses(addresses(host.addresses(), true))
        .launchedAt(host.launchedAt())
        .build();
  }

  private static List<String> addresses(List<String> all, boolean ofVersion6) {
    return all.stream().filter(one -> (one.indexOf(IPV6) >= 0) == ofVersion6).toList();
  }

  private static AwsEcrContainerImageDetails image(
      dev.assay.assessment.resource.ResourceDetails.ContainerImage image) {
    return AwsEcrContainerImageDetails.builder()
        .registry(image.registry())
        .repositoryName(image.repository())
        .imageHash(image.digest())
        .imageTags(image.imageTags())
        .architecture(image.architecture())
        .platform(image.platform())
        .author(image.author())
        .pushedAt(image.pushedAt())
        .build();
  }

  private static AwsLambdaFunctionDetails function(
      dev.assay.assessment.resource.ResourceDetails.Function function) {
    return AwsLambdaFunctionDetails.builder()
        .functionName(function.name())
        .runtime(Runtime.of(function.runtime()))
        .version(function.version())
        .codeSha256(function.codeSha256())
        .executionRoleArn(function.executionRole())
        .layers(function.layers().isEmpty() ? null : function.layers())
        .architectures(function.architectures().stream().map(Architecture::of).toList())
        .lastModifiedAt(function.modifiedAt())
        .build();
  }
}
