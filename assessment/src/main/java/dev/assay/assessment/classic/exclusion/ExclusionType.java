package dev.assay.assessment.classic.exclusion;

/// The fifteen reasons for which Classic leaves something out of an assessment. The titles are
/// Classic's, the advice is ours.
public enum ExclusionType {
  NO_INSTANCES_IN_TARGET(
      "No instances in target",
      "Give the hosts a tag of the target's resource group, or change the group."),
  AGENT_ALREADY_RUNNING(
      "Agent is already running",
      "Wait until the other assessment run has ended, or stop it, and start this one again."),
  AGENT_NOT_FOUND(
      "Agent not found",
      "Submit evidence of the host (assay scan --submit), or put an agent on it."),
  AGENT_UNHEALTHY("Agent is unhealthy", "Look at the agent's log on the host and restart it."),
  UNSUPPORTED_OS_VERSION(
      "Unsupported OS version",
      "Build an advisory database that covers the host's operating system, or upgrade the host."),
  DEPRECATED_RULES_PACKAGE(
      "Deprecated rules package",
      "Make a template without this rules package and use that from now on."),
  RULES_PACKAGE_NOT_SUPPORTED_BY_OS(
      "Rules package not supported by OS",
      "Assess the host with a rules package that covers its operating system."),
  RULES_EVALUATION_ERROR_FOR_SINGLE_INSTANCE(
      "Rules evaluation error for single instance",
      "Mend what the description names, submit new evidence and run the assessment again."),
  RULES_EVALUATION_ERROR(
      "Rules evaluation error", "Leave the rules package out until it can be evaluated."),
  NETWORK_REACHABILITY_INTERNET(
      "Network Reachability error: internet", "Check by other means what the internet reaches."),
  NETWORK_REACHABILITY_APPLICATION_LOAD_BALANCER(
      "Network Reachability error: Application Load Balancer",
      "Check by other means what is reached through application load balancers."),
  NETWORK_REACHABILITY_ELASTIC_LOAD_BALANCER(
      "Network Reachability error: Elastic Load Balancer",
      "Check by other means what is reached through classic load balancers."),
  NETWORK_REACHABILITY_VPN(
      "Network Reachability error: VPN", "Check by other means what a VPN reaches."),
  NETWORK_REACHABILITY_DIRECT_CONNECT(
      "Network Reachability error: Direct Connect",
      "Check by other means what a direct connection reaches."),
  NETWORK_REACHABILITY_VPC_PEERING(
      "Network Reachability error: VPC peering", "Check by other means what peered VPCs reach.");

  private final String title;
  private final String recommendation;

  ExclusionType(String title, String recommendation) {
    this.title = title;
    this.recommendation = recommendation;
  }

  public String title() {
    return title;
  }

  public String recommendation() {
    return recommendation;
  }
}
