package dev.assay.aws.network;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancing.ElasticLoadBalancingClient;
import software.amazon.awssdk.services.elasticloadbalancing.model.LoadBalancerDescription;

/// Classic load balancers, each with its attributes and the health of its instances.
record ClassicBalancerCalls(NetworkCollector.Folder folder, ElasticLoadBalancingClient balancers) {

  void collect() throws IOException {
    List<String> names = new ArrayList<>();
    folder.pages(
        "elasticloadbalancing:DescribeLoadBalancers",
        "classic-load-balancers",
        balancers.describeLoadBalancersPaginator(),
        page ->
            page.loadBalancerDescriptions().stream()
                .map(LoadBalancerDescription::loadBalancerName)
                .forEach(names::add));
    for (String name : names) {
      folder.json(
          "classic-attributes-" + name,
          SdkJson.bytes(
              folder.call(
                  "elasticloadbalancing:DescribeLoadBalancerAttributes",
                  () ->
                      balancers.describeLoadBalancerAttributes(
                          ask -> ask.loadBalancerName(name)))));
      folder.json(
          "classic-health-" + name,
          SdkJson.bytes(
              folder.call(
                  "elasticloadbalancing:DescribeInstanceHealth",
                  () -> balancers.describeInstanceHealth(ask -> ask.loadBalancerName(name)))));
    }
    for (int from = 0; from < names.size(); from += BalancerCalls.TAGGED_AT_ONCE) {
      tags(from, names.subList(from, Math.min(names.size(), from + BalancerCalls.TAGGED_AT_ONCE)));
    }
  }

  private void tags(int from, List<String> names) throws IOException {
    folder.json(
        "classic-tags-" + from,
        SdkJson.bytes(
            folder.call(
                "elasticloadbalancing:DescribeTags",
                () -> balancers.describeTags(ask -> ask.loadBalancerNames(names)))));
  }
}
