package dev.assay.cli;

import dev.assay.awsapi.sigv4.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The credentials and the region that AWS's own clients would take: from the environment's
/// variables, else from the profile in the shared credentials file.
final class AwsEnvironment {
  private static final String USUAL_REGION = "us-east-1";

  private final Map<String, String> variables;

  AwsEnvironment(Map<String, String> variables) {
    this.variables = variables;
  }

  String region() {
    return variable("AWS_REGION").or(() -> variable("AWS_DEFAULT_REGION")).orElse(USUAL_REGION);
  }

  /// A file of certificates to trust instead of the system's.
  Optional<Path> certificates() {
    return variable("AWS_CA_BUNDLE").map(Path::of);
  }

  Credentials credentials() {
    Optional<String> id = variable("AWS_ACCESS_KEY_ID");
    Optional<String> secret = variable("AWS_SECRET_ACCESS_KEY");
    if (id.isPresent() && secret.isPresent()) {
      return new Credentials(id.get(), secret.get(), variable("AWS_SESSION_TOKEN"));
    }
    Path file =
        variable("AWS_SHARED_CREDENTIALS_FILE")
            .map(Path::of)
            .orElse(Path.of(System.getProperty("user.home", ""), ".aws", "credentials"));
    String profile = variable("AWS_PROFILE").orElse("default");
    Map<String, String> keys = profile(file, profile);
    String fileId = keys.get("aws_access_key_id");
    String fileSecret = keys.get("aws_secret_access_key");
    if (fileId == null || fileSecret == null) {
      throw new InputException(
          "no credentials to sign with: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or"
              + " AWS_SHARED_CREDENTIALS_FILE (looked for the profile "
              + profile
              + " in "
              + file
              + ")");
    }
    return new Credentials(fileId, fileSecret, Optional.ofNullable(keys.get("aws_session_token")));
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }

  private static Map<String, String> profile(Path file, String profile) {
    Map<String, String> keys = new HashMap<>();
    boolean inside = false;
    for (String line : lines(file)) {
      String text = line.strip();
      if (text.startsWith("[")) {
        inside = text.equals("[" + profile + "]");
      } else if (inside && text.indexOf('=') > 0 && !text.startsWith("#")) {
        int equals = text.indexOf('=');
        keys.put(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
      }
    }
    return keys;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException unreadable) {
      throw new InputException(
          "credentials file " + file + " cannot be read: " + IoFailure.words(unreadable),
          unreadable);
    }
  }
}
