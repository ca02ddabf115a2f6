package dev.assay.awsapi.sigv4;

import java.util.Optional;

/// An access key as the verifier needs it.
///
/// @param secret the secret access key
/// @param sessionToken the token that must come with the key; empty for a key that lasts
/// @param accountId the account whose data the key opens
/// @param identity the name of the identity that owns the key
public record SigningKey(
    String accessKeyId,
    String secret,
    Optional<String> sessionToken,
    String accountId,
    String identity) {
  /// Never the secret.
  @Override
  public String toString() {
    return "SigningKey[" + accessKeyId + " of " + identity + "]";
  }
}
