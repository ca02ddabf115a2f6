package dev.assay.assessment.aggregation;

import dev.assay.assessment.resource.ResourceType;
import java.util.Optional;

/// What findings are brought together by, within each account.
public enum Grouping {
  /// By nothing else: one sum an account.
  ACCOUNT,
  /// A finding of several packages is counted once for each name.
  PACKAGE,
  /// By title and, of vulnerabilities, by the vulnerability.
  TITLE,
  /// The repositories of container images.
  IMAGE_REPOSITORY,
  /// The machine images that hosts were started from; hosts of which that is unknown are left out.
  HOST_IMAGE,
  HOST,
  CONTAINER_IMAGE,
  FUNCTION,
  CODE_REPOSITORY;

  /// The kind of resource whose findings alone are asked for; empty for all kinds.
  public Optional<ResourceType> resources() {
    return switch (this) {
      case ACCOUNT, PACKAGE, TITLE -> Optional.empty();
      case HOST_IMAGE, HOST -> Optional.of(ResourceType.HOST);
      case IMAGE_REPOSITORY, CONTAINER_IMAGE -> Optional.of(ResourceType.CONTAINER_IMAGE);
      case FUNCTION -> Optional.of(ResourceType.FUNCTION);
      case CODE_REPOSITORY -> Optional.of(ResourceType.CODE_REPOSITORY);
    };
  }

  /// Whether each group is one resource.
  public boolean isByResource() {
    return switch (this) {
      case HOST, CONTAINER_IMAGE, FUNCTION, CODE_REPOSITORY -> true;
      case ACCOUNT, PACKAGE, TITLE, IMAGE_REPOSITORY, HOST_IMAGE -> false;
    };
  }
}
