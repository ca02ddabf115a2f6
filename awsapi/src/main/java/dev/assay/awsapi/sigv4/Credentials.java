package dev.assay.awsapi.sigv4;

import java.util.Optional;

/// What a client signs with.
///
/// @param sessionToken empty for keys that last
public record Credentials(String accessKeyId, String secret, Optional<String> sessionToken) {
  /// Never the secret.
  @Override
  public String toString() {
    return "Credentials[" + accessKeyId + "]";
  }
}
