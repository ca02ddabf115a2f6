package dev.assay.aws.network;

import java.util.List;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.Ec2Client;

/// The calls that need nothing but themselves, by the name of the file that has the answer.
final class NetworkCalls {
  private NetworkCalls() {}

  /// One call with all pages of its answer.
  ///
  /// @param action as a policy has it
  record Listed(String action, String file, Iterable<? extends SdkPojo> pages) {}

  /// What every region knows, and an answer cannot do without.
  static List<Listed> everywhere(Ec2Client ec2) {
    return List.of(
        new Listed("ec2:DescribeVpcs", "vpcs", ec2.describeVpcsPaginator()),
        new Listed("ec2:DescribeSubnets", "subnets", ec2.describeSubnetsPaginator()),
        new Listed("ec2:DescribeInstances", "instances", ec2.describeInstancesPaginator()),
        new Listed(
            "ec2:DescribeNetworkInterfaces",
            "network-interfaces",
            ec2.describeNetworkInterfacesPaginator()),
        new Listed(
            "ec2:DescribeSecurityGroups", "security-groups", ec2.describeSecurityGroupsPaginator()),
        new Listed("ec2:DescribeNetworkAcls", "network-acls", ec2.describeNetworkAclsPaginator()),
        new Listed("ec2:DescribeRouteTables", "route-tables", ec2.describeRouteTablesPaginator()),
        new Listed(
            "ec2:DescribeInternetGateways",
            "internet-gateways",
            ec2.describeInternetGatewaysPaginator()));
  }

  /// What a region may not know, and then does not have.
  static List<Listed> somewhere(AccountAccess.Place place) {
    Ec2Client ec2 = place.ec2();
    return List.of(
        new Listed(
            "ec2:DescribeEgressOnlyInternetGateways",
            "egress-only-internet-gateways",
            ec2.describeEgressOnlyInternetGatewaysPaginator()),
        new Listed("ec2:DescribeNatGateways", "nat-gateways", ec2.describeNatGatewaysPaginator()),
        new Listed("ec2:DescribeAddresses", "addresses", one(ec2::describeAddresses)),
        new Listed("ec2:DescribeVpnGateways", "vpn-gateways", one(ec2::describeVpnGateways)),
        new Listed(
            "ec2:DescribeVpnConnections", "vpn-connections", one(ec2::describeVpnConnections)),
        new Listed(
            "ec2:DescribeCustomerGateways",
            "customer-gateways",
            one(ec2::describeCustomerGateways)),
        new Listed(
            "ec2:DescribeVpcPeeringConnections",
            "vpc-peering-connections",
            ec2.describeVpcPeeringConnectionsPaginator()),
        new Listed(
            "ec2:DescribeVpcEndpoints", "vpc-endpoints", ec2.describeVpcEndpointsPaginator()),
        new Listed(
            "ec2:DescribeVpcBlockPublicAccessOptions",
            "vpc-block-public-access-options",
            one(() -> ec2.describeVpcBlockPublicAccessOptions(ask -> {}))),
        new Listed(
            "ec2:DescribeVpcBlockPublicAccessExclusions",
            "vpc-block-public-access-exclusions",
            new BlockPublicAccessExclusions(ec2)),
        new Listed(
            "ec2:DescribeTransitGateways",
            "transit-gateways",
            ec2.describeTransitGatewaysPaginator()),
        new Listed(
            "ec2:DescribeTransitGatewayAttachments",
            "transit-gateway-attachments",
            ec2.describeTransitGatewayAttachmentsPaginator()),
        new Listed(
            "ec2:DescribeTransitGatewayVpcAttachments",
            "transit-gateway-vpc-attachments",
            ec2.describeTransitGatewayVpcAttachmentsPaginator()),
        new Listed(
            "ec2:DescribeTransitGatewayPeeringAttachments",
            "transit-gateway-peering-attachments",
            ec2.describeTransitGatewayPeeringAttachmentsPaginator(ask -> {})),
        new Listed(
            "directconnect:DescribeVirtualInterfaces",
            "virtual-interfaces",
            one(place.directConnect()::describeVirtualInterfaces)));
  }

  private static Iterable<SdkPojo> one(java.util.function.Supplier<? extends SdkPojo> call) {
    return () -> List.<SdkPojo>of(call.get()).iterator();
  }
}
