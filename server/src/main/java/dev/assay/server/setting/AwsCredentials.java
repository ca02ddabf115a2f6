package dev.assay.server.setting;

import dev.assay.awsapi.sigv4.Credentials;
import java.util.Optional;

/// The server's own credentials at services of AWS.
final class AwsCredentials {
  private AwsCredentials() {}

  /// Those of the environment.
  ///
  /// @param setting what needs them, for the complaint where there are none
  static Credentials neededBy(Setting<?> setting, GivenSettings given) {
    Optional<String> id = given.secret("AWS_ACCESS_KEY_ID");
    Optional<String> secret = given.secret("AWS_SECRET_ACCESS_KEY");
    if (id.isEmpty() || secret.isEmpty()) {
      throw new InvalidSettingException(
          given.origin(setting)
              + ": needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment");
    }
    return new Credentials(id.get(), secret.get(), given.secret("AWS_SESSION_TOKEN"));
  }
}
