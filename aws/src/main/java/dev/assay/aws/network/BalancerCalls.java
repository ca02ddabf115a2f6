package dev.assay.aws.network;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/// The newer load balancers: what hangs on each is asked for one by one, and its file has the last
/// part of the ARN in its name.
record BalancerCalls(NetworkCollector.Folder folder, ElasticLoadBalancingV2Client balancers) {
  /// Of how many the tags are told at once.
  static final int TAGGED_AT_ONCE = 20;

  void collect() throws IOException {
    List<String> arns = new ArrayList<>();
    folder.pages(
        "elasticloadbalancing:DescribeLoadBalancers",
        "load-balancers",
        balancers.describeLoadBalancersPaginator(),
        page ->
            page.loadBalancers().stream().map(LoadBalancer::loadBalancerArn).forEach(arns::add));
    for (String arn : arns) {
      attributes(arn);
      listeners(arn);
    }
    for (int from = 0; from < arns.size(); from += TAGGED_AT_ONCE) {
      tags(from, arns.subList(from, Math.min(arns.size(), from + TAGGED_AT_ONCE)));
    }
    targets();
  }

  private void tags(int from, List<String> arns) throws IOException {
    folder.json(
        "load-balancer-tags-" + from,
        SdkJson.bytes(
            folder.call(
                "elasticloadbalancing:DescribeTags",
                () -> balancers.describeTags(ask -> ask.resourceArns(arns)))));
  }

  private void attributes(String arn) throws IOException {
    folder.json(
        "attributes-" + last(arn),
        SdkJson.bytes(
            folder.call(
                "elasticloadbalancing:DescribeLoadBalancerAttributes",
                () -> balancers.describeLoadBalancerAttributes(ask -> ask.loadBalancerArn(arn)))));
  }

  private void listeners(String balancer) throws IOException {
    List<String> arns = new ArrayList<>();
    folder.pages(
        "elasticloadbalancing:DescribeListeners",
        "listeners-" + last(balancer),
        balancers.describeListenersPaginator(ask -> ask.loadBalancerArn(balancer)),
        page -> page.listeners().stream().map(Listener::listenerArn).forEach(arns::add));
    for (String arn : arns) {
      folder.pages(
          "elasticloadbalancing:DescribeRules",
          "rules-" + last(balancer) + "-" + last(arn),
          balancers.describeRulesPaginator(ask -> ask.listenerArn(arn)));
    }
  }

  private void targets() throws IOException {
    List<String> arns = new ArrayList<>();
    folder.pages(
        "elasticloadbalancing:DescribeTargetGroups",
        "target-groups",
        balancers.describeTargetGroupsPaginator(),
        page -> page.targetGroups().stream().map(TargetGroup::targetGroupArn).forEach(arns::add));
    for (String arn : arns) {
      folder.json(
          "target-group-attributes-" + last(arn),
          SdkJson.bytes(
              folder.call(
                  "elasticloadbalancing:DescribeTargetGroupAttributes",
                  () -> balancers.describeTargetGroupAttributes(ask -> ask.targetGroupArn(arn)))));
      folder.json(
          "target-health-" + last(arn),
          SdkJson.bytes(
              folder.call(
                  "elasticloadbalancing:DescribeTargetHealth",
                  () -> balancers.describeTargetHealth(ask -> ask.targetGroupArn(arn)))));
    }
  }

  private static String last(String arn) {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }
}
