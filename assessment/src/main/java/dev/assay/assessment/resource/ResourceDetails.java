package dev.assay.assessment.resource;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known of a resource beside its identity, its tags and its evidence. Whatever is null or
/// empty was not told.
public sealed interface ResourceDetails {

  /// The kind of resource that such details belong to.
  ResourceType type();

  /// A machine.
  ///
  /// @param platform the operating system in one line, `DEBIAN_12`; null where it was not
  ///     identified
  /// @param imageId the machine image it was started from
  record Host(
      @Nullable String platform,
      @Nullable String instanceType,
      @Nullable String imageId,
      @Nullable String vpcId,
      @Nullable String subnetId,
      List<String> addresses,
      @Nullable String hostName,
      @Nullable Instant launchedAt)
      implements ResourceDetails {
    public Host {
      addresses = List.copyOf(addresses);
    }

    /// A machine of which nothing but its id is known.
    public static Host unknown() {
      return named(null);
    }

    /// A machine of which only the name is known.
    public static Host named(@Nullable String hostName) {
      return new Host(null, null, null, null, null, List.of(), hostName, null);
    }

    /// The same machine, its operating system known.
    public Host on(@Nullable String system) {
      return new Host(
          system, instanceType, imageId, vpcId, subnetId, addresses, hostName, launchedAt);
    }

    @Override
    public ResourceType type() {
      return ResourceType.HOST;
    }
  }

  /// A container image.
  ///
  /// @param digest `sha256:…`
  record ContainerImage(
      String registry,
      String repository,
      String digest,
      List<String> imageTags,
      @Nullable String architecture,
      @Nullable String platform,
      @Nullable String author,
      @Nullable Instant pushedAt)
      implements ResourceDetails {
    public ContainerImage {
      imageTags = List.copyOf(imageTags);
    }

    @Override
    public ResourceType type() {
      return ResourceType.CONTAINER_IMAGE;
    }
  }

  /// A function that runs without a server of its owner's.
  record Function(
      String name,
      String runtime,
      String version,
      String codeSha256,
      String executionRole,
      List<String> layers,
      List<String> architectures,
      @Nullable Instant modifiedAt)
      implements ResourceDetails {
    public Function {
      layers = List.copyOf(layers);
      architectures = List.copyOf(architectures);
    }

    @Override
    public ResourceType type() {
      return ResourceType.FUNCTION;
    }
  }

  /// A load balancer, of which only the network is assessed.
  ///
  /// @param generation `APPLICATION`, `NETWORK`, `GATEWAY` or `CLASSIC`
  /// @param internetFacing whether it takes what comes from the internet; else it is internal
  record LoadBalancer(
      String generation, boolean internetFacing, @Nullable String vpcId, List<String> addresses)
      implements ResourceDetails {
    public LoadBalancer {
      addresses = List.copyOf(addresses);
    }

    @Override
    public ResourceType type() {
      return ResourceType.LOAD_BALANCER;
    }
  }

  /// A source repository.
  record CodeRepository(String projectName, String provider) implements ResourceDetails {
    @Override
    public ResourceType type() {
      return ResourceType.CODE_REPOSITORY;
    }
  }
}
