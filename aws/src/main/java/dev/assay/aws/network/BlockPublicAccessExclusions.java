package dev.assay.aws.network;

import java.util.Iterator;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeVpcBlockPublicAccessExclusionsResponse;

/// All pages of a call for which the SDK has no paginator.
record BlockPublicAccessExclusions(Ec2Client ec2) implements Iterable<SdkPojo> {

  @Override
  public Iterator<SdkPojo> iterator() {
    return Stream.<DescribeVpcBlockPublicAccessExclusionsResponse>iterate(
            page(null), last -> last != null, last -> next(last))
        .map(SdkPojo.class::cast)
        .iterator();
  }

  private @org.jspecify.annotations.Nullable DescribeVpcBlockPublicAccessExclusionsResponse next(
      DescribeVpcBlockPublicAccessExclusionsResponse last) {
    String token = last.nextToken();
    return token == null || token.isEmpty() ? null : page(token);
  }

  private DescribeVpcBlockPublicAccessExclusionsResponse page(
      @org.jspecify.annotations.Nullable String token) {
    return ec2.describeVpcBlockPublicAccessExclusions(ask -> ask.nextToken(token));
  }
}
