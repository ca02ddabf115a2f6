package dev.assay.assessment.query;

/// The texts that findings are selected by. Which of them a kind of finding or resource has, is
/// written beside each; where it has none, `EQUALS` and `PREFIX` do not hold and `NOT_EQUALS` does.
public enum TextFacet {
  FINDING_ARN,
  ACCOUNT,
  FINDING_TYPE,
  SEVERITY,
  STATUS,
  TITLE,
  RESOURCE_TYPE,
  RESOURCE_ID,
  FIX_AVAILABLE,
  EXPLOIT_AVAILABLE,
  /// Of vulnerabilities.
  VULNERABILITY_ID,
  /// Of vulnerabilities.
  VULNERABILITY_SOURCE,
  /// Of vulnerabilities.
  VENDOR_SEVERITY,
  /// Of vulnerabilities; any of the other names.
  RELATED_VULNERABILITY,
  /// Of hosts.
  HOST_PLATFORM,
  /// Of hosts.
  HOST_IMAGE_ID,
  /// Of hosts.
  HOST_VPC_ID,
  /// Of hosts.
  HOST_SUBNET_ID,
  /// Of container images.
  IMAGE_ARCHITECTURE,
  /// Of container images.
  IMAGE_REGISTRY,
  /// Of container images.
  IMAGE_REPOSITORY,
  /// Of container images; any of them.
  IMAGE_TAG,
  /// Of container images.
  IMAGE_DIGEST,
  /// Of functions.
  FUNCTION_NAME,
  /// Of functions; any of them.
  FUNCTION_LAYER,
  /// Of functions.
  FUNCTION_RUNTIME,
  /// Of functions.
  FUNCTION_ROLE,
  /// Of network reachability.
  NETWORK_PROTOCOL,
  /// Of network reachability; any component of the path.
  COMPONENT_ID,
  /// Of network reachability; any component of the path.
  COMPONENT_TYPE,
  /// Of code.
  DETECTOR_NAME,
  /// Of code; any of them.
  DETECTOR_TAG,
  /// Of code.
  CODE_FILE_PATH,
  /// Of code repositories.
  PROJECT_NAME,
  /// Of code repositories.
  PROVIDER_TYPE
}
