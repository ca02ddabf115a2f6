package dev.assay.assessment.resource;

/// The kinds of resources, with Inspector's name for each.
public enum ResourceType {
  /// A machine, in AWS or anywhere else.
  HOST("AWS_EC2_INSTANCE"),
  CONTAINER_IMAGE("AWS_ECR_CONTAINER_IMAGE"),
  FUNCTION("AWS_LAMBDA_FUNCTION"),
  CODE_REPOSITORY("CODE_REPOSITORY"),
  /// Inspector has no such resource; the name is ours, formed as its names are.
  LOAD_BALANCER("AWS_ELB_LOAD_BALANCER");

  private final String wireName;

  ResourceType(String wireName) {
    this.wireName = wireName;
  }

  /// `resourceType` in Inspector v2's findings and coverage.
  public String wireName() {
    return wireName;
  }
}
