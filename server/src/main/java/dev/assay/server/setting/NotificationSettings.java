package dev.assay.server.setting;

import dev.assay.awsapi.sigv4.Credentials;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Where messages about assessment runs go.
///
/// @param sns empty: nowhere
public record NotificationSettings(Optional<Sns> sns) {
  private static final String REGION = "REGION";

  static final Setting<String> ENDPOINT =
      Setting.of(
          "notifications.sns",
          "URL",
          NotificationSettings::checked,
          "An SNS endpoint, such as `https://sns.REGION.amazonaws.com` (`REGION` becomes the"
              + " topic's), for the messages of assessment runs; signed with `AWS_ACCESS_KEY_ID`,"
              + " `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN` of the environment.");

  static final List<Setting<?>> ALL = List.of(ENDPOINT);

  /// An SNS and how to speak to it.
  ///
  /// @param endpoint with `REGION` where the topic's region belongs
  public record Sns(String endpoint, Credentials credentials) {
    /// Where topics of a region are told.
    public URI of(String region) {
      return URI.create(endpoint.replace(REGION, region));
    }
  }

  static NotificationSettings of(GivenSettings given) {
    return new NotificationSettings(
        given
            .find(ENDPOINT)
            .map(endpoint -> new Sns(endpoint, AwsCredentials.neededBy(ENDPOINT, given))));
  }

  private static String checked(String words) {
    URI unused = Words.endpoint(words.replace(REGION, "eu-central-1"));
    return words;
  }
}
