package dev.assay.aws.network;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.directconnect.DirectConnectClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.elasticloadbalancing.ElasticLoadBalancingClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/// How the accounts are got at.
///
/// @param profile of the shared configuration; null for the default one
/// @param regions empty for the profile's own
/// @param roles to assume, one account after another; empty to ask as whoever the credentials are
/// @param endpoint of something else than AWS; null for AWS
public record AccountAccess(
    @Nullable String profile, List<String> regions, List<String> roles, @Nullable URI endpoint) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MOST_ATTEMPTS = 12;
  private static final String SESSION = "assay-network";

  public AccountAccess {
    regions = List.copyOf(regions);
    roles = List.copyOf(roles);
  }

  /// The services of one account in one region.
  record Place(
      Region region,
      Ec2Client ec2,
      ElasticLoadBalancingClient classicBalancers,
      ElasticLoadBalancingV2Client balancers,
      DirectConnectClient directConnect,
      StsClient sts) {}

  SdkHttpClient http() {
    return UrlConnectionHttpClient.builder()
        .connectionTimeout(PATIENCE)
        .socketTimeout(PATIENCE)
        .build();
  }

  /// @throws CollectionFailedException where none is given and none configured
  List<Region> places() {
    if (!regions.isEmpty()) {
      return regions.stream().map(Region::of).toList();
    }
    try {
      return List.of(
          DefaultAwsRegionProviderChain.builder().profileName(profile).build().getRegion());
    } catch (SdkException none) {
      throw new CollectionFailedException(
          "no region: give --region, or set AWS_REGION or the profile's region", none);
    }
  }

  /// Whose credentials: those of each role, or those that are there.
  List<Optional<String>> identities() {
    return roles.isEmpty() ? List.of(Optional.empty()) : roles.stream().map(Optional::of).toList();
  }

  Place place(Region region, Optional<String> role, SdkHttpClient http) {
    AwsCredentialsProvider own = DefaultCredentialsProvider.builder().profileName(profile).build();
    AwsCredentialsProvider credentials =
        role.<AwsCredentialsProvider>map(
                arn ->
                    StsAssumeRoleCredentialsProvider.builder()
                        .stsClient(made(StsClient.builder().httpClient(http), region, own).build())
                        .refreshRequest(request -> request.roleArn(arn).roleSessionName(SESSION))
                        .build())
            .orElse(own);
    return new Place(
        region,
        made(Ec2Client.builder().httpClient(http), region, credentials).build(),
        made(ElasticLoadBalancingClient.builder().httpClient(http), region, credentials).build(),
        made(ElasticLoadBalancingV2Client.builder().httpClient(http), region, credentials).build(),
        made(DirectConnectClient.builder().httpClient(http), region, credentials).build(),
        made(StsClient.builder().httpClient(http), region, credentials).build());
  }

  /// Calls that are throttled are made again, ever more slowly, for some minutes.
  private <B extends AwsClientBuilder<B, C>, C> B made(
      B builder, Region region, AwsCredentialsProvider credentials) {
    builder
        .region(region)
        .credentialsProvider(credentials)
        .overrideConfiguration(
            settings ->
                settings.retryStrategy(
                    AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(MOST_ATTEMPTS)
                        .build()));
    return endpoint == null ? builder : builder.endpointOverride(endpoint);
  }
}
